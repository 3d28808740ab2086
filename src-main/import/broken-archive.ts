/** What is said of a native archive that can't be read. */
import { Failure } from '@shared/outcome/outcome';

/** `import/broken`, naming the entry at fault; `reason` is a clause. */
export function broken(entry: string, reason: string, cause?: unknown): Failure {
  return new Failure(
    'import/broken',
    `This Postil archive can’t be read: ${entry === '' ? '' : `in “${entry.slice(0, 200)}” `}${reason}. Nothing of it was imported; export it again, or use another copy.`,
    { entry, reason },
    cause === undefined ? undefined : { cause },
  );
}

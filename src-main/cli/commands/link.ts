/** `postil link FROM TO --relation R` */
import { isRelationId, relations } from '@shared/kinds/relations';
import { documentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { Services } from '../../services/services-api';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { usageError } from '../report-error';
import { annotationArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

/** Links an annotation to an annotation or a document. */
export async function linkCommand(
  context: CommandContext,
  from: string,
  to: string,
  relation: string,
): Promise<ExitCode> {
  if (!isRelationId(relation))
    throw usageError(`There is no relation “${relation}”. Relations: ${relations.map(({ id }) => id).join(', ')}.`);
  const origin = annotationArgument(from);
  const target = annotationArgument(to);
  const link = await withArchive(context, async (services) => {
    const end = (await isAnnotation(services, target)) ? { annotation: target } : { document: documentUid(target) };
    return services.handlers.link({ from: origin, to: end, relation });
  });
  if (context.json) printJson(context.io, { uid: link.uid, from: link.from, to: link.to, relation: link.relation });
  else context.io.out(`${from} ${relation} ${to}\n  ${link.uid}\n`);
  return exitCodes.done;
}

async function isAnnotation({ handlers }: Services, uid: ReturnType<typeof annotationArgument>): Promise<boolean> {
  try {
    await handlers.getAnnotation({ uid });
    return true;
  } catch (error) {
    if (error instanceof Failure && error.data.code === 'annotation/not-found') return false;
    throw error;
  }
}

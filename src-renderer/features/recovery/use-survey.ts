/** What backups an archive in trouble has, and which is the newest that is whole. */
import { CallError, shell } from '@renderer/client/client';
import type { ArchiveState, RecoveryAnswer } from '@shared/contract/shell-recovery';
import type { ErrorData } from '@shared/outcome/outcome';
import { useQuery } from '@tanstack/react-query';

export type Trouble = Extract<ArchiveState, { is: 'trouble' }>;
export type Survey = Extract<RecoveryAnswer, { did: 'survey' }>;

async function look(): Promise<Survey> {
  const outcome = await shell().recover({ do: 'survey' });
  if (!outcome.ok) throw new CallError(outcome.error);
  if (outcome.value.did !== 'survey') throw new Error('Asked for a survey, answered something else');
  return outcome.value;
}

/** Looks once for each trouble, and when told to. */
export function useSurvey(trouble: Trouble): {
  readonly survey: Survey | null;
  /** Why the backups could not be looked at. */
  readonly error: ErrorData | null;
  readonly surveying: boolean;
  readonly surveyAgain: () => void;
} {
  const { data, error, isFetching, refetch } = useQuery({ queryKey: ['recovery', trouble], queryFn: look, gcTime: 0 });
  return {
    survey: data ?? null,
    error: error instanceof CallError ? error.data : null,
    surveying: isFetching,
    surveyAgain: () => void refetch(),
  };
}

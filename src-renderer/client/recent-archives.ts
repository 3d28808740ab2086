/** The archives opened before, and opening one of them in this one's place. */
import type { RecentArchive } from '@shared/contract/shell';
import { useQuery } from '@tanstack/react-query';
import { shell } from './client';

/** Newest first, this one among them; empty until main has answered. */
export function useRecentArchives(): readonly RecentArchive[] {
  const { data = [] } = useQuery({
    queryKey: ['recentArchives'],
    queryFn: () => shell().recentArchives(),
    gcTime: 0,
    staleTime: 0,
  });
  return data;
}

/** Opens one of them; the window is made anew. */
export const openRecentArchive = (id: string): void => void shell().openArchive({ open: 'recent', id });

/** Words of the evidence pack, in each language of the interface. */
import type { ExportLanguage } from '@shared/contract/export-choices';

interface EvidenceWords {
  readonly pack: string;
  readonly claims: string;
  readonly claim: string;
  readonly saidBy: string;
  readonly verdict: string;
  readonly notSaid: string;
  readonly where: string;
  readonly evidence: string;
  readonly whoSaysWhat: string;
  readonly events: string;
  readonly event: string;
  readonly undated: string;
  readonly originals: string;
  readonly file: string;
  readonly captured: string;
  readonly articles: string;
  readonly inside: string;
}

export const evidenceWords: Readonly<Record<ExportLanguage, EvidenceWords>> = {
  en: {
    pack: 'Evidence pack',
    claims: 'Claims',
    claim: 'Claim',
    saidBy: 'Said by',
    verdict: 'Verdict',
    notSaid: 'not named',
    where: 'Where',
    evidence: 'Evidence',
    whoSaysWhat: 'Who says what',
    events: 'Events by date',
    event: 'Event',
    undated: 'undated',
    originals: 'Originals and their fingerprints',
    file: 'File',
    captured: 'Captured',
    articles: 'Documents',
    inside: 'This page holds everything it shows as data too: Postil brings it back with “Import”.',
  },
  fr: {
    pack: 'Dossier de preuves',
    claims: 'Affirmations',
    claim: 'Affirmation',
    saidBy: 'Qui le dit',
    verdict: 'Verdict',
    notSaid: 'non nommé',
    where: 'Où',
    evidence: 'Éléments',
    whoSaysWhat: 'Qui dit quoi',
    events: 'Événements par date',
    event: 'Événement',
    undated: 'non daté',
    originals: 'Originaux et leurs empreintes',
    file: 'Fichier',
    captured: 'Capturé',
    articles: 'Documents',
    inside:
      'Cette page contient aussi, sous forme de données, tout ce qu’elle montre\u00a0: Postil la relit avec «\u202fImporter\u202f».',
  },
};

/** What is known about an article, in a line under its title. */
import { shell } from '@renderer/client/client';
import { languageName } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { useDocumentActs } from '@renderer/ui/document-acts';
import { printEdtf } from '@shared/dates/print-edtf';
import type { Document } from '@shared/model/document';
import { ExternalLink, ShieldCheck } from 'lucide-react';

/** Authors, site, date, language, address, and that the original is kept. */
export function Byline({ document: { uid, metadata, originals } }: { readonly document: Document }) {
  const { t } = useTranslation();
  const { showHistory, importAgain } = useDocumentActs();
  const { authors, site, date, language, url } = metadata;
  const locale = currentLanguage();
  const original = originals.at(-1);
  const nothingKnown = authors.length === 0 && site === '' && date === '';
  const hint = original === undefined ? '' : t('reading.originalKeptHint', { sha256: original.sha256 });
  return (
    <p className="byline">
      {authors.length > 0 && <span>{authors.join(', ')}</span>}
      {site !== '' && <span>{site}</span>}
      {date !== '' && <time dateTime={date}>{printEdtf(date, locale)}</time>}
      {nothingKnown && <span className="byline__unknown">{t('reading.metadataUnknown')}</span>}
      {language !== '' && <span title={languageName(language, locale)}>{language}</span>}
      {url !== '' && (
        <button
          type="button"
          className="text-button byline__link"
          title={url}
          aria-label={t('reading.openAddress', { url })}
          onClick={() => void shell().openExternal(url)}
        >
          <ExternalLink size={13} aria-hidden />
          {hostOf(url)}
        </button>
      )}
      {original !== undefined && (
        <span
          className="byline__original"
          title={hint}
          role="note"
          aria-label={`${t('reading.originalKept')}. ${hint}`}
        >
          <ShieldCheck size={13} aria-hidden />
          {t('reading.originalKept')}
        </span>
      )}
      {originals.length > 1 && (
        <button type="button" className="text-button" onClick={() => showHistory(uid)}>
          {t('reading.importedAgain', { count: originals.length })}
        </button>
      )}
      {original !== undefined && (
        <button
          type="button"
          className="text-button"
          title={t('reading.importAgainHint')}
          onClick={() => importAgain(uid)}
        >
          {t('library.importAgain')}
        </button>
      )}
    </p>
  );
}

/** The host of an address as a reader knows it; the address itself when it has none. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || url : url;
}

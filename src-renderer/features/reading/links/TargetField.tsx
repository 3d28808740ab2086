/** The other end of a link: passages here, passages elsewhere, whole documents, found by typing. */
import { useArchive } from '@renderer/client/queries';
import { commentWords } from '@renderer/editor/comment/comment-words';
import type { LinkTarget } from '@renderer/features/document/link-drag';
import { useTranslation } from '@renderer/i18n/words';
import { KindSign } from '@renderer/ui/KindCounts';
import type { Annotation } from '@shared/model/annotation';
import { FileText, NotebookPen } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { passagesWith } from './find-targets';

interface TargetFieldProps {
  readonly from: Annotation;
  readonly here: readonly Annotation[];
  readonly passagesOnly: boolean;
  readonly isLinked: (target: LinkTarget) => boolean;
  readonly onChoose: (target: LinkTarget) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

interface Offer {
  readonly group: 'here' | 'elsewhere' | 'documents';
  readonly target: LinkTarget;
  readonly detail: string;
  readonly isNote?: boolean;
}

const groups = ['here', 'elsewhere', 'documents'] as const;
const mostHere = 30;
const mostElsewhere = 20;
const mostDocuments = 8;

function useOffers({ from, here, passagesOnly }: TargetFieldProps, typed: string): readonly Offer[] {
  const { data: annotations = [] } = useArchive('findAnnotations', { text: typed, limit: 60 });
  const { data: titles = [] } = useArchive(
    'findTitles',
    { text: typed, limit: mostDocuments + 1 },
    { enabled: typed !== '' },
  );
  const offerOf = (group: Offer['group'], annotation: Annotation, title: string): Offer => ({
    group,
    detail: [group === 'here' ? '' : title, commentWords(annotation.comment)].filter(Boolean).join(' · '),
    target: {
      document: annotation.document,
      annotation: annotation.uid,
      kind: annotation.kind,
      title,
      quote: annotation.selector.exact,
    },
  });
  const inside = passagesWith(
    here.filter(({ uid }) => uid !== from.uid),
    typed,
    mostHere,
  ).map((annotation) => offerOf('here', annotation, ''));
  const outside = annotations
    .filter(({ annotation }) => annotation.document !== from.document)
    .slice(0, mostElsewhere)
    .map(({ annotation, documentTitle }) => offerOf('elsewhere', annotation, documentTitle));
  const documents = (passagesOnly || typed === '' ? [] : titles)
    .filter(({ uid }) => uid !== from.document)
    .slice(0, mostDocuments)
    .map(
      ({ uid, title, type, site }): Offer => ({
        group: 'documents',
        detail: site,
        isNote: type === 'note',
        target: { document: uid, annotation: null, kind: null, title, quote: '' },
      }),
    );
  return [...inside, ...outside, ...documents];
}

/** A combobox over a list in three groups; arrows and Enter choose. */
export function TargetField(props: TargetFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const offers = useOffers(props, typed.trim());
  const at = Math.min(index, Math.max(0, offers.length - 1));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const offer = offers[at];
    if (event.key === 'ArrowDown') setIndex(Math.min(at + 1, offers.length - 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && offer !== undefined) props.onChoose(offer.target);
    else return;
    event.preventDefault();
  };
  return (
    <div className="target-field">
      <label className="field__label" htmlFor="link-target">
        {t('links.target')}
      </label>
      <input
        id="link-target"
        ref={props.ref}
        className="field__input"
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls="link-targets"
        aria-activedescendant={offers.length > 0 ? `link-target-${at}` : undefined}
        autoComplete="off"
        placeholder={t('links.targetPlaceholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="link-targets" role="listbox" aria-label={t('links.targets')} className="picker target-field__list">
        {offers.length === 0 && (
          <p className="picker__none">{t(typed.trim() === '' ? 'links.nothingYet' : 'links.nothingFound')}</p>
        )}
        {groups.map((group) => {
          const own = offers.flatMap((offer, place) => (offer.group === group ? [{ offer, place }] : []));
          if (own.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={t(`links.${group}`)}>
              <div className="target-field__group" aria-hidden>
                {t(`links.${group}`)}
              </div>
              {own.map(({ offer, place }) => (
                <Option
                  key={offer.target.annotation ?? offer.target.document}
                  id={`link-target-${place}`}
                  offer={offer}
                  on={place === at}
                  linked={props.isLinked(offer.target)}
                  onPoint={() => setIndex(place)}
                  onChoose={() => props.onChoose(offer.target)}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly offer: Offer;
  readonly on: boolean;
  readonly linked: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

const scrollTo = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

function Option({ id, offer: { target, detail, isNote = false }, on, linked, onPoint, onChoose }: OptionProps) {
  const { t } = useTranslation();
  const Icon = isNote ? NotebookPen : FileText;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
    <div
      id={id}
      ref={on ? scrollTo : null}
      role="option"
      aria-selected={on}
      aria-disabled={linked || undefined}
      className={on ? 'picker__option picker__option--on' : 'picker__option'}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      {target.kind === null ? <Icon size={14} aria-hidden /> : <KindSign kind={target.kind} />}
      <span className="target-field__words">
        {target.quote === '' ? target.title || t('common.untitledNote') : target.quote}
        {detail !== '' && <small>{detail}</small>}
      </span>
      {linked && <span className="picker__meta">{t('links.already')}</span>}
    </div>
  );
}

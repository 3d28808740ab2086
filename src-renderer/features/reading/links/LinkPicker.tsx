/** Makes a link: what it says, and what with, found by typing. */

import type { LinkTarget } from '@renderer/features/document/link-drag';
import { failureWords } from '@renderer/features/document/saved-session';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { LinkView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import { useRef, useState } from 'react';
import { shortQuote } from '../short-quote';
import { RelationField } from './RelationField';
import { choicesFor, isLinked, type RelationChoice, relationChoices } from './relation-choices';
import { TargetField } from './TargetField';
import './links.css';

interface LinkPickerProps {
  readonly from: Annotation;
  /** Links it has already. */
  readonly links: readonly LinkView[];
  /** Passages of the open document, in order of place. */
  readonly here: readonly Annotation[];
  /** Known already when something was dragged onto it. */
  readonly target?: LinkTarget;
  /** Rejects when the archive refuses the link. */
  readonly onLink: (choice: RelationChoice, target: LinkTarget) => Promise<void>;
  readonly onClose: () => void;
}

/** What was chosen last is offered first. */
let lastChoice = relationChoices[0];

/** Two steps on one sheet: the relation, then the other end; Enter takes each. */
export function LinkPicker({ from, links, here, target: given, onLink, onClose }: LinkPickerProps) {
  const { t } = useTranslation();
  const choices = choicesFor(given ?? null);
  const [choice, setChoice] = useState(choices.find(({ id }) => id === lastChoice?.id) ?? choices[0]);
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  if (choice === undefined) return null;
  const link = (target: LinkTarget): void => {
    if (isLinked(links, choice, target)) {
      setProblem(t('errors.link/exists'));
      return;
    }
    lastChoice = choice;
    onLink(choice, target).then(onClose, (failed: unknown) => setProblem(failureWords(failed)));
  };
  const chosen = (next: RelationChoice): void => {
    setProblem('');
    setChoice(next);
  };
  return (
    <Dialog
      title={t('links.pickerTitle', { quote: shortQuote(from.selector.exact, 70) })}
      onClose={onClose}
      wide
      {...(given === undefined
        ? {}
        : {
            foot: (
              <Button look="primary" onPress={() => link(given)}>
                {t('links.make')}
              </Button>
            ),
          })}
    >
      <RelationField
        choices={choices}
        value={choice}
        onChange={chosen}
        onEnter={() => (given === undefined ? field.current?.focus() : link(given))}
      />
      {given === undefined ? (
        <TargetField
          ref={field}
          from={from}
          here={here}
          passagesOnly={choice.direction === 'in'}
          isLinked={(target) => isLinked(links, choice, target)}
          onChoose={link}
        />
      ) : (
        <p className="link-given">{given.quote === '' ? given.title : t('links.quote', { quote: given.quote })}</p>
      )}
      <p className="link-problem" role="alert">
        {problem}
      </p>
    </Dialog>
  );
}

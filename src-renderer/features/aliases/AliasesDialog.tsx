/** The sets of names that mean the same: each on a line, changed in place; under them those that may become one. */
import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { Button, IconButton } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import type { AliasSet } from '@shared/contract/search-shapes';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { AliasProposals } from './AliasProposals';
import { deleteAliases, namesFrom, saveAliases } from './alias-acts';
import './aliases.css';

export interface AliasesDialogProps {
  /** A name to begin a set with, or to add to the set that has it. */
  readonly name: string | null;
  readonly onClose: () => void;
}

/** Shown while mounted. */
export function AliasesDialog({ name, onClose }: AliasesDialogProps) {
  const { t } = useTranslation();
  const { data: sets } = useArchive('listAliases', {});
  const [editing, setEditing] = useState<AliasSet['uid'] | 'new' | null>(name === null ? null : 'new');
  const foot = (
    <Button look={editing === null ? 'primary' : 'plain'} onPress={onClose}>
      {t('common.close')}
    </Button>
  );
  return (
    <Dialog wide title={t('search.aliases.title')} onClose={onClose} foot={foot}>
      <p className="field__hint">{t('search.aliases.intro')}</p>
      {sets?.length === 0 && editing === null && <p className="aliases__none">{t('search.aliases.none')}</p>}
      <ul className="aliases">
        {sets?.map((set) => (
          <li key={set.uid}>
            {editing === set.uid ? (
              <NamesForm
                label={t('search.aliases.namesOf', { name: set.names[0] ?? '' })}
                initial={set.names.join(', ')}
                onSave={(names) => saveAliases(names, set.uid)}
                onDone={() => setEditing(null)}
              />
            ) : (
              <SetLine set={set} onEdit={() => setEditing(set.uid)} />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <NamesForm
          label={t('search.aliases.names')}
          initial={name === null ? '' : `${name}, `}
          onSave={(names) => saveAliases(names)}
          onDone={() => setEditing(null)}
        />
      ) : (
        <div>
          <Button onPress={() => setEditing('new')}>
            <Plus size={14} aria-hidden />
            {t('search.aliases.add')}
          </Button>
        </div>
      )}
      {sets !== undefined && <AliasProposals sets={sets} />}
    </Dialog>
  );
}

function SetLine({ set, onEdit }: { readonly set: AliasSet; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const name = set.names[0] ?? '';
  return (
    <div className="aliases__set">
      <span>
        {set.names.map((one) => (
          <span key={one} className="chip">
            {one}
          </span>
        ))}
      </span>
      <IconButton label={t('search.aliases.change', { name })} icon={Pencil} onPress={onEdit} small />
      <IconButton
        label={t('search.aliases.delete', { name })}
        icon={Trash2}
        onPress={() => void deleteAliases(set)}
        small
      />
    </div>
  );
}

interface NamesFormProps {
  readonly label: string;
  readonly initial: string;
  /** True when it was kept. */
  readonly onSave: (names: readonly string[]) => Promise<boolean>;
  readonly onDone: () => void;
}

function NamesForm({ label, initial, onSave, onDone }: NamesFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(initial);
  const [told, setTold] = useState(false);
  const names = namesFrom(typed);
  const save = async () => {
    if (names.length < 2) setTold(true);
    else if (await onSave(names)) onDone();
  };
  return (
    <Form
      className="aliases__form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={label} value={typed} onChange={setTyped} autoFocus />
      {told && names.length < 2 && (
        <p role="alert" className="field__hint">
          {t('search.aliases.twoNeeded')}
        </p>
      )}
      <span className="aliases__acts">
        <Button onPress={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">
          {t('common.save')}
        </Button>
      </span>
    </Form>
  );
}

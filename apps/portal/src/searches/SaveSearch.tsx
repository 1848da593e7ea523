import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import type { ListState } from '../design/listState.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { SavedSearchKind, SaveSearchInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ADDRESS_NAMES } from './address.js';
import { SaveSearchDocument } from './documents.js';
import { searchWords } from './words.js';

/** Keeps what the list is narrowed to, for whoever has signed in. */
export function SaveSearch({ kind, state }: { kind: SavedSearchKind; state: ListState }) {
  const t = useWords(searchWords);
  const toast = useToast();
  const { viewer } = useViewer();
  const command = useCommand<unknown, SaveSearchInput>(SaveSearchDocument);
  if (viewer === null || !state.narrowed) return null;
  const save = async (): Promise<void> => {
    const filters = Object.entries(ADDRESS_NAMES[kind])
      .map(([name, address]) => ({ name, values: [...state.values(address)] }))
      .filter(({ values }) => values.length > 0);
    const name = [...(state.text || t.byFilters)].slice(0, 60).join('');
    const outcome = await command.run({ kind, name, text: state.text, filters, alerts: true });
    if (outcome.ok) toast(t.saved);
  };
  return (
    <>
      <Button icon="bell" busy={command.busy} onClick={() => void save()}>
        {t.save}
      </Button>
      <Refusal failure={command.failure} />
    </>
  );
}

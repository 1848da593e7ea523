import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { StartCallDocument } from './commands.js';
import { callWords } from './words.js';

/** Bureaus organise calls and propose none. */
const BUREAUS = ['BUREAU_CITY', 'BUREAU_COUNTY'];

/** 申报榜单: begins a demand of an organisation that one acts for, from a published need where one is named. */
export function StartCall({ needId = null }: { needId?: string | null }) {
  const t = useWords(callWords);
  const { organisationsAs } = useViewer();
  const navigate = useNavigate();
  const start = useCommand(StartCallDocument);
  const units = organisationsAs('TRANSFER_OFFICER').filter(({ kind }) => !BUREAUS.includes(kind));
  const begin = async (organisationId: string): Promise<void> => {
    const outcome = await start.run({ organisationId, needId });
    const id = outcome.ok ? outcome.data.startCall.call?.id : undefined;
    if (id) void navigate(`/calls/${id}/edit`);
  };
  return (
    <>
      {units.map(({ id, name }) => (
        <Button key={id} icon="plus" tone="primary" busy={start.busy} onClick={() => void begin(id)}>
          {units.length > 1 ? `${t.start} · ${name}` : t.start}
        </Button>
      ))}
      <Refusal failure={start.failure} />
    </>
  );
}

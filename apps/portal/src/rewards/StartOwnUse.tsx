import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { StartOwnUseRewardDocument } from './commands.js';
import { rewardWords } from './words.js';

/** Who makes results in service and may use them itself. */
const USERS = ['UNIVERSITY', 'INSTITUTE', 'ENTERPRISE'];

/** 自行实施: a new plan for a year of a result that one's unit uses itself. */
export function StartOwnUse() {
  const t = useWords(rewardWords);
  const { organisationsAs } = useViewer();
  const navigate = useNavigate();
  const start = useCommand(StartOwnUseRewardDocument);
  const units = organisationsAs('TRANSFER_OFFICER').filter(({ kind }) => USERS.includes(kind));
  const begin = async (organisationId: string): Promise<void> => {
    const outcome = await start.run({ organisationId });
    const id = outcome.ok ? outcome.data.startOwnUseReward.reward?.id : undefined;
    if (id) void navigate(`/rewards/${id}`);
  };
  return (
    <>
      {units.map(({ id, name }) => (
        <Button key={id} icon="plus" busy={start.busy} onClick={() => void begin(id)}>
          {units.length > 1 ? `${t.startOwnUse} · ${name}` : t.startOwnUse}
        </Button>
      ))}
      <Refusal failure={start.failure} />
    </>
  );
}

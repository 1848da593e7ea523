import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Panel } from '../design/DetailPage.js';
import { Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { StartRewardDocument } from './commands.js';
import { RewardsDocument } from './documents.js';
import { rewardTones } from './types.js';
import { rewardWords } from './words.js';

/** On a registered contract's page: its reward plans, and a new one for who may. */
export function RewardsPanel({ contractId, ours }: { contractId: string; ours: boolean }) {
  const t = useWords(rewardWords);
  const { may } = useViewer();
  const mayStart = ours && may('APPLY_FOR_REGISTRATION');
  const navigate = useNavigate();
  const start = useCommand(StartRewardDocument);
  const [result] = useQuery({
    query: RewardsDocument,
    variables: { filter: { contractId }, first: 20 },
    requestPolicy: 'cache-and-network',
  });
  const rewards = result.data?.rewards.edges.map(({ node }) => node) ?? [];
  if (rewards.length === 0 && !mayStart) return null;
  const begin = async (): Promise<void> => {
    const outcome = await start.run({ contractId });
    const id = outcome.ok ? outcome.data.startReward.reward?.id : undefined;
    if (id) void navigate(`/rewards/${id}`);
  };
  return (
    <Panel title={t.ofContract}>
      {rewards.map((reward) => (
        <p key={reward.id} className="row">
          <Link to={`/rewards/${reward.id}`}>
            <Money fen={reward.total} />
          </Link>
          <StatusTag tone={rewardTones[reward.state]}>{t.states[reward.state]}</StatusTag>
        </p>
      ))}
      {mayStart && (
        <Button size="small" icon="plus" busy={start.busy} onClick={() => void begin()}>
          {t.start}
        </Button>
      )}
      <Refusal failure={start.failure} />
    </Panel>
  );
}

import { useOutletContext } from 'react-router';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Timeline } from '../design/Timeline.js';
import { Day, When } from '../design/Values.js';
import { useWords, words } from '../i18n/index.js';
import { useNoted } from '../i18n/say.js';
import css from './Deal.module.css';
import { dealLabels } from './labels.js';
import type { Deal } from './types.js';
import { dealActions, dealWords } from './words.js';

const historyWords = words(
  {
    stages: '各阶段',
    entered: '进入',
    left: '离开',
    evidence: '凭据',
    owner: '由谁推进',
    present: '当前阶段',
    steps: '办理记录',
  },
  {
    stages: 'Stages',
    entered: 'Entered',
    left: 'Left',
    evidence: 'Evidence',
    owner: 'Whose turn',
    present: 'now',
    steps: 'Record',
  },
);

/** Stages with their evidence, and who did what. */
export function Component() {
  const deal = useOutletContext<Deal>();
  const t = useWords(historyWords);
  const d = useWords(dealWords);
  const labels = useWords(dealLabels);
  const acts = useWords(dealActions);
  const noted = useNoted();
  return (
    <div className={css['sections']}>
      <Section title={t.stages} id="stages">
        <DataTable
          caption={t.stages}
          rows={deal.stages}
          keyOf={(stage) => `${stage.state}:${stage.enteredAt}`}
          columns={[
            { key: 'state', title: d.stage, render: (stage) => labels.state[stage.state] },
            { key: 'owner', title: t.owner, render: (stage) => labels.owner[stage.owner] },
            { key: 'entered', title: t.entered, render: (stage) => <When at={stage.enteredAt} /> },
            {
              key: 'left',
              title: t.left,
              render: (stage) => (stage.leftAt ? <When at={stage.leftAt} /> : t.present),
            },
            {
              key: 'due',
              title: d.suggestedBy,
              render: (stage) =>
                stage.dueOn ? (
                  <>
                    <Day on={stage.dueOn} />{' '}
                    {stage.overdue && <span className={css['late']}>{d.overdue}</span>}
                  </>
                ) : (
                  '—'
                ),
            },
            { key: 'evidence', title: t.evidence, render: (stage) => noted(stage.evidence) || '—' },
          ]}
        />
      </Section>
      <Section title={t.steps} id="record">
        <Timeline entries={deal.timeline} nameOf={(action) => acts[action] ?? action} />
      </Section>
    </div>
  );
}

import { findAction } from '../api/actions.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import type { AgencyPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import type { AgencyForm } from './reasons.js';
import { SupportTable } from './SupportTable.js';
import { supportWords } from './supportWords.js';

/** 扶持记录 of one agency: for everybody; the bureau records and withdraws. */
export function SupportsPart({
  agency,
  onAct,
}: {
  readonly agency: AgencyPageFragment;
  readonly onAct: (form: AgencyForm) => void;
}) {
  const t = useWords(supportWords);
  const may = (action: string): boolean => findAction(agency.availableActions, action)?.enabled ?? false;
  const { supports } = agency;
  if (supports.length === 0 && !may('recordSupport') && !agency.mine) return null;
  const rows = supports.map((support) => ({ support }));
  return (
    <Section title={t.title} id="supports">
      {rows.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <SupportTable
          rows={rows}
          last={
            may('withdrawSupport')
              ? {
                  key: 'act',
                  title: t.act,
                  width: '5.5em',
                  render: ({ support: { id, withdrawnOn } }) =>
                    !withdrawnOn && (
                      <Button size="small" onClick={() => onAct({ withdraws: id })}>
                        {t.withdraw}
                      </Button>
                    ),
                }
              : undefined
          }
        />
      )}
      <p className="quiet">{t.note}</p>
      {may('recordSupport') && (
        <div>
          <Button size="small" icon="plus" onClick={() => onAct('recordSupport')}>
            {t.record}
          </Button>
        </div>
      )}
    </Section>
  );
}

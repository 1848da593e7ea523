import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useTitle } from '../../api/title.js';
import { Button } from '../../design/Button.js';
import { Facts, type Fact } from '../../design/DetailPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import { Day, useMoneyText } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import css from '../Contracts.module.css';
import { contractLabels } from '../labels.js';
import { ProceedingDocument } from './documents.js';
import type { Proceeding } from './types.js';
import { proceedingWords } from './words.js';
import { common } from '../../i18n/common.js';

type Notice = NonNullable<Proceeding['taxNotice']>;

/** 告知函: what tax and finance are told of a registration that changed or ended, to be printed on A4. */
export function Component() {
  const { id = '' } = useParams();
  const t = useWords(proceedingWords);
  const [result, ask] = useQuery({ query: ProceedingDocument, variables: { id } });
  return (
    <div className="wrap">
      <Loaded
        page
        result={result}
        value={result.data?.contractProceeding}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(proceeding) =>
          proceeding.taxNotice ? (
            <Letter proceeding={proceeding} notice={proceeding.taxNotice} />
          ) : (
            <Empty page icon="file" title={t.noNotice} />
          )
        }
      </Loaded>
    </div>
  );
}

function Letter({ proceeding, notice }: { proceeding: Proceeding; notice: Notice }) {
  const t = useWords(proceedingWords);
  const { list } = useWords(common);
  const labels = useWords(contractLabels);
  const money = useMoneyText();
  useTitle(t.noticeTitle);
  const { contract } = proceeding;
  const facts: Fact[] = [
    { label: t.declared, value: list(notice.declared.map((benefit) => labels.tax[benefit])) || '—' },
    { label: t.total, value: t.fromTo(money(notice.totalBefore), money(notice.totalAfter)) },
    { label: t.technical, value: t.fromTo(money(notice.technicalBefore), money(notice.technicalAfter)) },
    { label: t.decision, value: notice.reason },
    { label: t.articles, value: notice.articles.join('；') || '—' },
    { label: t.sendBy, value: <Day on={notice.dueOn} /> },
  ];
  if (notice.recipient) facts.push({ label: t.recipient, value: notice.recipient });
  if (notice.documentNumber) facts.push({ label: t.sentDocument, value: notice.documentNumber });
  if (notice.sentOn) facts.push({ label: t.sentOn, value: <Day on={notice.sentOn} /> });
  return (
    <article className={css['letter']}>
      <div className={css['letterTools']}>
        <Link to={`/proceedings/${proceeding.id}`}>{t.back}</Link>
        <Button tone="primary" onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <h1>{t.noticeTitle}</h1>
      <p>{t.noticeTo}</p>
      <p>
        {t.noticeBody(
          contract.registrationNumber ?? '',
          contract.title,
          t.cause[notice.cause],
          notice.decidedOn,
        )}
      </p>
      <Facts facts={facts} />
      <h2>{t.used}</h2>
      {notice.used.length === 0 ? (
        <p>{t.noneUsed}</p>
      ) : (
        <ol>
          {notice.used.map((use, index) => (
            <li key={index}>
              {labels.tax[use.benefit]} {money(use.amount)} · <Day on={use.usedOn} />
              {use.note && ` · ${use.note}`}
            </li>
          ))}
        </ol>
      )}
      <p className={css['letterFoot']}>
        {contract.registry?.name}
        <br />
        <Day on={notice.decidedOn} />
      </p>
    </article>
  );
}

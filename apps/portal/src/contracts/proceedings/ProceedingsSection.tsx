import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Facts, Section, type Fact } from '../../design/DetailPage.js';
import { Violations } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { FileLinks } from '../../design/UploadList.js';
import { Day, When } from '../../design/Values.js';
import type { ContractProceedingsOfQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { DeadlineTag } from '../review/DeadlineTag.js';
import { proceedingTones, proceedingWords } from './words.js';

const ProceedingsDocument = graphql(`
  query ContractProceedingsOf($id: ID!) {
    contract(id: $id) {
      id
      proceedings {
        id
        kind
        state
        openerName
        reason
        grounds {
          code
          name
          article
        }
        files {
          id
          name
          size
          url
        }
        deficiencies {
          path
          message
          article
        }
        openedOn
        deadline {
          dueOn
          workingDaysLeft
          colour
        }
        defendUntil
        defences {
          statement
          personName
          at
        }
        examination {
          examinerName
          favourable
          opinion
          at
        }
        decision {
          opinion
          articles
          at
        }
        decidedOn
      }
    }
  }
`);

type Proceeding = NonNullable<ContractProceedingsOfQuery['contract']>['proceedings'][number];

function useFacts(proceeding: Proceeding): Fact[] {
  const t = useWords(proceedingWords);
  const { openedOn, deadline, defendUntil, grounds, decidedOn, decision } = proceeding;
  const facts: Fact[] = [{ label: t.opener, value: proceeding.openerName }];
  if (openedOn) facts.push({ label: t.openedOn, value: <Day on={openedOn} /> });
  if (deadline) facts.push({ label: t.due, value: <DeadlineTag deadline={deadline} /> });
  if (defendUntil) facts.push({ label: t.defendUntil, value: <Day on={defendUntil} /> });
  if (proceeding.reason) facts.push({ label: t.reason, value: proceeding.reason });
  if (grounds.length > 0) facts.push({ label: t.grounds, value: grounds.map(({ name }) => name).join('；') });
  if (decidedOn) facts.push({ label: t.decidedOn, value: <Day on={decidedOn} /> });
  if (decision) facts.push({ label: t.decision, value: decision.opinion });
  if (decision && decision.articles.length > 0)
    facts.push({ label: t.articles, value: decision.articles.join('；') });
  return facts;
}

function Entry({ proceeding }: { proceeding: Proceeding }) {
  const t = useWords(proceedingWords);
  const facts = useFacts(proceeding);
  const { examination } = proceeding;
  return (
    <article className="stack">
      <h3 className="row">
        {t.kind[proceeding.kind]}
        <StatusTag tone={proceedingTones[proceeding.state]}>{t.state[proceeding.state]}</StatusTag>
      </h3>
      <Facts facts={facts} />
      {proceeding.state === 'RETURNED' && (
        <Violations violations={proceeding.deficiencies.map((entry) => ({ ...entry, code: '' }))} />
      )}
      {proceeding.defences.map((defence) => (
        <p key={defence.at} className="prose">
          <strong>{t.defence}</strong> · {defence.personName} · <When at={defence.at} />
          <br />
          {defence.statement}
        </p>
      ))}
      {examination && (
        <p className="prose">
          <strong>
            {t.examination}（{examination.favourable ? t.favourable : t.against}）
          </strong>{' '}
          {examination.examinerName} · <When at={examination.at} />
          <br />
          {examination.opinion}
        </p>
      )}
      {proceeding.files.length > 0 && (
        <div>
          <h4>{t.files}</h4>
          <FileLinks files={proceeding.files} />
        </div>
      )}
    </article>
  );
}

/** 登记后事项: changes, cancellation, revocation and objections, as far as the viewer may know of them. */
export function ProceedingsSection({ contractId }: { contractId: string }) {
  const t = useWords(proceedingWords);
  const [result] = useQuery({
    query: ProceedingsDocument,
    variables: { id: contractId },
    requestPolicy: 'cache-and-network',
  });
  const proceedings = result.data?.contract?.proceedings ?? [];
  if (proceedings.length === 0) return null;
  return (
    <Section title={t.title} id="proceedings">
      {proceedings.map((proceeding) => (
        <Entry key={proceeding.id} proceeding={proceeding} />
      ))}
    </Section>
  );
}

import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { ActionRail } from '../design/ActionRail.js';
import { DetailPage, Panel, Section, type Fact } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { Term } from '../design/Tip.js';
import { useUntilDone } from '../design/useUntilDone.js';
import { Day, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { ApplicationEditor } from './ApplicationEditor.js';
import { CounterNotice } from './counter/CounterNotice.js';
import { CertificatePanel } from './CertificatePanel.js';
import { WithdrawApplicationDocument } from './commands.js';
import { Checklist } from './checks/Checklist.js';
import { Findings } from './checks/Findings.js';
import { ContractDetails } from './ContractDetails.js';
import { Deficiencies } from './Deficiencies.js';
import { ContractDocument } from './documents.js';
import { contractLabels, contractTones, useClassName } from './labels.js';
import { ProceedingsSection } from './proceedings/ProceedingsSection.js';
import { useOpenings } from './proceedings/useOpenings.js';
import { DeadlineTag } from './review/DeadlineTag.js';
import { Papers } from './Paper.js';
import { ReviewDesk } from './review/desk.js';
import { ReviewNotes } from './review/ReviewNotes.js';
import { ReviewRail } from './review/ReviewRail.js';
import { ServiceRating } from './ServiceRating.js';
import { RewardsPanel } from '../rewards/RewardsPanel.js';
import { warningsOf, type Contract } from './types.js';
import { contractActions, contractWords } from './words.js';

/** One registration: the form while the applicant writes it, otherwise the application to read with what can be done. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: ContractDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const contract = result.data?.contract;
  useUntilDone(contract?.certificate?.url === null, ask, contract?.certificate?.version);
  return (
    <div className={contract ? undefined : 'wrap'}>
      <Loaded page result={result} value={contract} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) =>
          found.availableActions.some(({ action }) => action === 'edit') ? (
            <ApplicationEditor key={found.id} contract={found} />
          ) : (
            <ReviewDesk key={found.id} contract={found}>
              <ContractView contract={found} reload={() => ask({ requestPolicy: 'network-only' })} />
            </ReviewDesk>
          )
        }
      </Loaded>
    </div>
  );
}

function Lineage({ contract }: { contract: Contract }) {
  const t = useWords(contractWords);
  if (!contract.deal && !contract.result && !contract.need) return null;
  return (
    <Panel>
      {contract.deal && (
        <Link to={`/deals/${contract.deal.id}`}>
          {t.deal} {contract.deal.code}
        </Link>
      )}
      {contract.result && (
        <Link to={`/results/${contract.result.id}`}>
          {t.result} {contract.result.title}
        </Link>
      )}
      {contract.need && (
        <Link to={`/needs/${contract.need.id}`}>
          {t.need} {contract.need.title}
        </Link>
      )}
    </Panel>
  );
}

function useFacts(contract: Contract): Fact[] {
  const t = useWords(contractWords);
  const facts: Fact[] = [];
  if (contract.registrationNumber)
    facts.push(
      {
        label: <Term explanation={t.numberTerm}>{t.number}</Term>,
        value: <span className="mono">{contract.registrationNumber}</span>,
      },
      { label: t.registeredOn, value: <Day on={contract.registeredOn} /> },
      {
        label: t.nationalNumber,
        value: contract.nationalRegNo ?? <span className="quiet">{t.notWrittenBack}</span>,
      },
    );
  if (contract.applicantOrganisation)
    facts.push({ label: t.applicant, value: contract.applicantOrganisation.name });
  if (contract.registry) facts.push({ label: t.registry, value: contract.registry.name });
  if (contract.acceptanceNumber)
    facts.push({
      label: t.acceptanceNumber,
      value: <span className="mono">{contract.acceptanceNumber}</span>,
    });
  if (contract.submittedAt) facts.push({ label: t.submittedAt, value: <When at={contract.submittedAt} /> });
  if (contract.deadline) facts.push({ label: t.due, value: <DeadlineTag deadline={contract.deadline} /> });
  const reviewers = [contract.firstReviewerName, contract.secondReviewerName].filter(Boolean);
  if (reviewers.length > 0) facts.push({ label: t.reviewers, value: reviewers.join(' / ') });
  return facts;
}

/** What the rules ask the applicant while the registry decides: still answered, seen by the reviewers at once. */
function Questions({ contract, reload }: { contract: Contract; reload: () => void }) {
  const t = useWords(contractWords);
  const warnings = warningsOf(contract.findings);
  const answers = contract.availableActions.some(({ action, enabled }) => action === 'answer' && enabled);
  if (contract.sight !== 'APPLICANT' || !answers || warnings.length === 0) return null;
  return (
    <Section title={t.findings} id="findings">
      <Findings
        findings={warnings}
        answering={{
          contractId: contract.id,
          inTurn: async (act) => {
            await act(contract.version);
            reload();
          },
        }}
      />
    </Section>
  );
}

function ContractView({ contract, reload }: { contract: Contract; reload: () => void }) {
  const t = useWords(contractWords);
  const labels = useWords(contractLabels);
  const acts = useWords(contractActions);
  const withdraw = useCommand(WithdrawApplicationDocument);
  const facts = useFacts(contract);
  const openings = useOpenings(contract);
  const classOf = useClassName();
  return (
    <DetailPage
      title={contract.title || t.untitled}
      crumbs={[{ label: t.contracts, to: '/contracts' }]}
      eyebrow={
        <>
          <StatusTag tone={contractTones[contract.state]}>{labels.state[contract.state]}</StatusTag>
          {contract.contractClass && <span>{classOf(contract)}</span>}
        </>
      }
      facts={facts}
      actions={
        contract.sight === 'REGISTRY' || contract.sight === 'BUREAU' ? (
          <ReviewRail contract={contract} more={openings} />
        ) : (
          <ActionRail
            available={contract.availableActions}
            specs={{
              ...openings,
              withdraw: {
                label: t.withdraw,
                tone: 'danger',
                confirm: t.withdrawAsk,
                reason: { label: t.withdrawReason, required: true, max: 1000 },
                done: t.withdrawDone,
                run: ({ reason }) =>
                  withdraw.run({ id: contract.id, expectedVersion: contract.version, reason }),
              },
            }}
          />
        )
      }
      aside={
        <>
          <CertificatePanel contract={contract} />
          {contract.sight === 'REGISTRY' && <Checklist contract={contract} />}
          <Papers contract={contract} />
          <ServiceRating contract={contract} />
          {contract.registrationNumber && (
            <RewardsPanel contractId={contract.id} ours={contract.sight === 'APPLICANT'} />
          )}
          <Lineage contract={contract} />
        </>
      }
    >
      <Deficiencies contract={contract} />
      <CounterNotice contract={contract} />
      {contract.sight === 'BUREAU' && <Notice>{t.bureauNote}</Notice>}
      {contract.sight === 'REGISTRY' && <ReviewNotes contract={contract} />}
      <Questions contract={contract} reload={reload} />
      <ContractDetails contract={contract} />
      <ProceedingsSection contract={contract} />
      <Section title={t.history} id="history">
        <Timeline entries={contract.timeline} nameOf={(action) => acts[action] ?? action} />
      </Section>
      {contract.textViews.length > 0 && (
        <Section title={t.views} id="views">
          <ul className="stack" style={{ gap: 4 }}>
            {contract.textViews.map((view, index) => (
              <li key={index}>
                {t.viewedBy(view.personName, view.fileName)} · <When at={view.at} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DetailPage>
  );
}

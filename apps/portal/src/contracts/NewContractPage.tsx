import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Panel } from '../design/DetailPage.js';
import { ErrorsProvider, Field, SelectInput } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice, Refusal } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { StartApplicationDocument } from './commands.js';
import css from './Contracts.module.css';
import { CounterStart } from './counter/CounterStart.js';
import { contractWords } from './words.js';

const SignedDealsDocument = graphql(`
  query SignedDeals {
    deals(filter: { states: [SIGNED], role: SELLER }, first: 50) {
      edges {
        cursor
        node {
          id
          code
          title
          buyer {
            name
          }
          contract {
            id
          }
        }
      }
    }
  }
`);

/** 开始登记申请: from a signed deal, or from an empty form. */
export function Component() {
  const t = useWords(contractWords);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { may, organisationsAs } = useViewer();
  const start = useCommand(StartApplicationDocument);
  const [result, ask] = useQuery({ query: SignedDealsDocument, requestPolicy: 'cache-and-network' });
  const asked = params.get('deal') ?? '';
  const [dealId, setDealId] = useState(asked);
  const organisations = organisationsAs('TRANSFER_OFFICER');
  const [organisationId, setOrganisation] = useState('');
  const begin = async (input: { dealId?: string; organisationId?: string }): Promise<void> => {
    const outcome = await start.run(input);
    if (outcome.ok)
      void navigate(`/contracts/${outcome.data.startApplication.contract.id}`, { replace: true });
  };
  return (
    <div className="wrap">
      <Heading title={t.start} intro={t.startIntro} />
      {may('REVIEW_CONTRACT') && (
        <div className={css['above']}>
          <CounterStart />
        </div>
      )}
      {organisations.length === 0 && !may('REVIEW_CONTRACT') && (
        <Notice tone="amber">{t.noOrganisation}</Notice>
      )}
      <ErrorsProvider value={start.failure?.violations ?? []}>
        <div className={css['choices']}>
          <Panel title={t.fromDeal}>
            <p>{t.fromDealText}</p>
            <Loaded
              result={result}
              value={result.data?.deals}
              cards={1}
              onRetry={() => ask({ requestPolicy: 'network-only' })}
            >
              {(deals) => {
                const open = deals.edges.map((edge) => edge.node).filter((deal) => !deal.contract);
                const existing = deals.edges.find((edge) => edge.node.id === asked)?.node.contract;
                if (existing)
                  return (
                    <>
                      <Notice>{t.existing}</Notice>
                      <Button tone="primary" to={`/contracts/${existing.id}`}>
                        {t.openExisting}
                      </Button>
                    </>
                  );
                const choices = open.map((deal) => ({
                  value: deal.id,
                  label: `${deal.code} ${deal.title}（${deal.buyer.name}）`,
                }));
                if (choices.length === 0) return <p className="quiet">{t.noSignedDeals}</p>;
                const chosen = choices.some((choice) => choice.value === dealId) ? dealId : '';
                return (
                  <>
                    <Field label={t.signedDeals} path="dealId" required>
                      <SelectInput
                        value={chosen}
                        placeholder={t.choose}
                        choices={choices}
                        onChange={setDealId}
                      />
                    </Field>
                    <div>
                      <Button
                        tone="primary"
                        busy={start.busy}
                        disabled={chosen === ''}
                        onClick={() => void begin({ dealId: chosen })}
                      >
                        {t.start}
                      </Button>
                    </div>
                  </>
                );
              }}
            </Loaded>
          </Panel>
          <Panel title={t.without}>
            <p>{t.withoutText}</p>
            <Field label={t.organisation} path="organisationId" required>
              <SelectInput
                value={organisationId}
                placeholder={t.choose}
                choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setOrganisation}
              />
            </Field>
            <div>
              <Button
                busy={start.busy}
                disabled={organisationId === ''}
                onClick={() => void begin({ organisationId })}
              >
                {t.startBlank}
              </Button>
            </div>
          </Panel>
        </div>
      </ErrorsProvider>
      <Refusal failure={start.failure} />
    </div>
  );
}

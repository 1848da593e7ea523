import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { useViewer } from '../api/viewer.js';
import { useSession } from '../app/session.js';
import { Heading } from '../design/ListPage.js';
import { FailureState, Notice, Skeleton } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { EnrolFactor } from './EnrolFactor.js';
import { FactorState } from './FactorState.js';
import { ManageFactor } from './ManageFactor.js';
import { useNext } from './next.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import { MySecondFactorDocument } from './secondFactorDocuments.js';
import { secondFactorWords } from './secondFactorWords.js';

/** 两步验证: set up, and managed; whoever's role asks for it comes here first. */
export function SecondFactorPage() {
  const t = useWords(secondFactorWords);
  const next = useNext('/account');
  const navigate = useNavigate();
  const { restart } = useSession();
  const due = useViewer().viewer?.secondFactorDue ?? false;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [result, ask] = useQuery({ query: MySecondFactorDocument, requestPolicy: 'network-only' });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const factor = result.data?.mySecondFactor;
  // Who acts for an organisation again reads everything anew.
  const leave = (): void => {
    restart();
    void navigate(next, { replace: true });
  };
  return (
    <div className="wrap" style={{ maxWidth: 820 }}>
      <Heading title={t.title} />
      {result.error && !factor && <FailureState failure={failureOf(result.error)} onRetry={refresh} />}
      {!factor && result.fetching && <Skeleton cards={2} />}
      {codes && <RecoveryCodes codes={codes} onKept={leave} />}
      {factor && !codes && (
        <div className="stack" style={{ gap: 32 }}>
          {due && (
            <Notice tone="amber" icon="lock">
              <p>{t.due}</p>
            </Notice>
          )}
          <FactorState factor={factor} />
          {factor.enabledAt ? (
            <ManageFactor required={factor.required} onCodes={setCodes} onOff={refresh} />
          ) : (
            <EnrolFactor onEnabled={setCodes} />
          )}
        </div>
      )}
    </div>
  );
}

export { SecondFactorPage as Component };

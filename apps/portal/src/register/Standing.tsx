import { Notice } from '../design/States.js';
import type { RegisterReason } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { registerReasons } from './terms.js';
import { registerWords } from './words.js';

/** Why an entry stands where it stands, for those who are told. */
export function Standing({
  entry: { stateReason, stateNote, barredUntil },
}: {
  readonly entry: {
    readonly stateReason?: RegisterReason | null;
    readonly stateNote: string;
    readonly barredUntil?: string | null;
  };
}) {
  const t = useWords(registerWords);
  const reasons = useWords(registerReasons);
  if (!stateReason) return null;
  return (
    <Notice tone="amber" icon="warn">
      <strong>
        {t.reason}：{reasons[stateReason]}
      </strong>
      {stateNote && <p>{stateNote}</p>}
      {barredUntil && <p>{t.barred(barredUntil)}</p>}
    </Notice>
  );
}

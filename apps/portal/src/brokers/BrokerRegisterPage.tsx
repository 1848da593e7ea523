import { useWords } from '../i18n/index.js';
import { BrokerList } from './BrokerList.js';
import { brokerWords } from './words.js';

/** The register as its bureau keeps it: in every state but drafts, who waits first. */
export function BrokerRegisterPage() {
  const t = useWords(brokerWords);
  return (
    <BrokerList
      whole
      title={t.register}
      intro={t.registerIntro}
      empty={{ title: t.registerNone, text: t.registerNoneText }}
    />
  );
}

export { BrokerRegisterPage as Component };

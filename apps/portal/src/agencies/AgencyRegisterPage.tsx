import { useWords } from '../i18n/index.js';
import { AgencyList } from './AgencyList.js';
import { agencyWords } from './words.js';

/** The register as its bureau keeps it: in every state but drafts, who waits first. */
export function AgencyRegisterPage() {
  const t = useWords(agencyWords);
  return (
    <AgencyList
      whole
      title={t.register}
      intro={t.registerIntro}
      empty={{ title: t.registerNone, text: t.registerNoneText }}
    />
  );
}

export { AgencyRegisterPage as Component };

import { SubNav } from '../../design/SubNav.js';
import { useWords } from '../../i18n/index.js';
import { contractWords } from '../words.js';
import { proceedingWords } from './words.js';

/** The parts of the registrars' desk, each with its own address. */
export function DeskNav() {
  const t = useWords(proceedingWords);
  const c = useWords(contractWords);
  return (
    <SubNav
      label={t.desk}
      items={[
        { to: '/registration', label: c.queue },
        { to: '/proceedings', label: t.desk },
        { to: '/tax-notices', label: t.notices },
      ]}
    />
  );
}

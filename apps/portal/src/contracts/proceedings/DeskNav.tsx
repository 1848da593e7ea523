import { SubNav } from '../../design/SubNav.js';
import { useWords } from '../../i18n/index.js';
import { useRegistrationParts } from '../offices/parts.js';
import { proceedingWords } from './words.js';

/** The parts of the registrars' desk, each with its own address. */
export function DeskNav() {
  const t = useWords(proceedingWords);
  return <SubNav label={t.desk} items={useRegistrationParts()} />;
}

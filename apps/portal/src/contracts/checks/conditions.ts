import { useLanguage } from '../../i18n/index.js';

/** The conditions in English, by their ids; in Chinese the server says them. */
const ENGLISH: Readonly<Record<string, string>> = {
  'development.goal': 'A clear, concrete goal of research and development',
  'development.unmastered': 'A technical solution that the parties have not mastered at signing',
  'development.innovation': 'Work and expected result contain technical innovation',
  'disposal.mastered': 'The subject is a result mastered at signing (patent, know-how, other right)',
  'disposal.complete': 'Complete and practical: a technical solution',
  'disposal.ownership': 'Ownership of rights agreed clearly',
  'disposal.alive': 'Not in the public domain (rights in force)',
  'know-how.secret': 'The know-how is not publicly known',
  'know-how.value': 'The know-how can bring economic benefit',
  'know-how.practical': 'The know-how is practical',
  'know-how.protected': 'Its holder keeps it confidential',
  'consulting.topic': 'A consulting topic on a specific technical project',
  'consulting.method': 'Analysis, evaluation or forecast by scientific and technical means',
  'consulting.report': 'The result is a report or an opinion',
  'service.problem': 'Solves a specific technical problem by professional knowledge',
  'service.work':
    'Professional technical work; no ordinary processing, repair, testing, design or construction',
  'service.target': 'Concrete targets of quality and quantity',
  'service.no-right': 'Does not touch the ownership of patents or know-how',
  'broker.aim': 'Aims at a technology contract between client and third party',
  'broker.project': 'About a specific technical result or project',
  'training.project':
    'Teaches the knowledge of a specific technical project, not general or product training',
  'training.people': 'Trainees named by the client and related to that project',
  'general.parties': 'Parties clear; seals complete and as the names',
  'general.subject': 'Subject clear: one understands the technology',
  'general.price': 'Price clear; the technical amount rests on the contract',
  'general.term': 'Applied for within the contract’s term',
  'general.proof': 'Documents complete and consistent',
  'general.approval': 'Approvals obtained where required',
  'general.legal': 'No clause that monopolises, blocks progress or infringes',
};

/** How a condition reads in the language of the page. */
export function useConditionText(): (condition: { readonly id: string; readonly text: string }) => string {
  const { language } = useLanguage();
  return ({ id, text }) => (language === 'en' ? (ENGLISH[id] ?? text) : text);
}

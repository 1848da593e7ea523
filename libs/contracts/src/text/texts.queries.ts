import { Injectable } from '@nestjs/common';
import { CONTRACT_CLASSES, CONTRACT_SUBCLASSES } from '@jihui/kernel';
import type { GraphContext } from '@jihui/platform';
import { ContractsQueries } from '../contracts.queries.js';
import type { ContractView } from '../contract.view.js';
import { TEXT_KINDS, type FileKind } from '../core/contract.js';
import { seesFindings } from '../core/sight.js';
import type { ClassSuggestion } from '../core/text/classify.js';
import { agrees, PROPOSAL_NOTES } from '../core/text/proposals.js';
import { codeOfValue, FIELD_LABELS, messageOf, remarksOf, textOfValue } from '../core/text/wording.js';
import { LikenessStore } from '../store/likeness.store.js';
import { TextsStore, type KeptProposal } from '../store/texts.store.js';

/** A file as the resolver of `files` gives it: with the contract it belongs to, as the viewer sees that. */
export interface FileOfView {
  readonly id: string;
  readonly kind: FileKind;
  readonly view: ContractView;
}

const PENDING = {
  state: 'PENDING',
  message: '正在识别文字，完成后自动显示',
  remarks: [],
  format: null,
  pageCount: 0,
  pagesKnown: false,
  characters: 0,
  emptyPages: [],
  readAt: null,
  suggestion: null,
} as const;

const NO_CLASS = '不属于技术合同';
const named = (table: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (table[code] ?? code);

/** For those who see what the rules say; a confirmed buyer reads the text it signed and no judgement of it. */
function suggestionView(suggestion: ClassSuggestion | null, { view }: FileOfView) {
  if (suggestion === null || !seesFindings(view.sight)) return null;
  const { contractClass, subclass, clarity, evidence } = suggestion;
  return {
    contractClass,
    className: contractClass === '0' ? NO_CLASS : named(CONTRACT_CLASSES, contractClass),
    subclass,
    subclassName: named(CONTRACT_SUBCLASSES, subclass),
    clarity,
    evidence,
  };
}

/** Reads of what was recognised; never of the text itself, which is a view that is recorded. */
@Injectable()
export class TextsQueries {
  constructor(
    private readonly texts: TextsStore,
    private readonly likeness: LikenessStore,
    private readonly contracts: ContractsQueries,
  ) {}

  answer(...of: Parameters<ContractsQueries['answer']>): ReturnType<ContractsQueries['answer']> {
    return this.contracts.answer(...of);
  }

  async reading(context: GraphContext, file: FileOfView) {
    if (!TEXT_KINDS.includes(file.kind)) return null;
    const kept = await context.load('contracts.readings', (ids) => this.texts.readings(ids), file.id);
    if (kept === undefined) return { ...PENDING, file };
    const { status, notes: _notes, suggestion, ...rest } = kept;
    return {
      ...rest,
      state: status,
      message: messageOf(kept),
      remarks: remarksOf(kept),
      suggestion: suggestionView(suggestion, file),
      file,
    };
  }

  async proposals(context: GraphContext, { id, view }: FileOfView) {
    if (!seesFindings(view.sight)) return [];
    const proposals =
      (await context.load('contracts.textProposals', (ids) => this.texts.proposals(ids), id)) ?? [];
    return proposals.map((proposal) => this.proposalView(proposal, view));
  }

  /** Others' contracts are named to those who may see them, and to nobody else. */
  async likenesses(context: GraphContext, { id, view }: FileOfView) {
    if (!seesFindings(view.sight)) return [];
    const found =
      (await context.load('contracts.textLikenesses', (ids) => this.likeness.ofFiles(ids), id)) ?? [];
    return Promise.all(
      found.map(async ({ contractId, ...likeness }) => ({
        ...likeness,
        contract: await this.contracts.one(context, contractId),
      })),
    );
  }

  private proposalView(proposal: KeptProposal, { contract }: ContractView) {
    return {
      id: proposal.id,
      field: proposal.field,
      label: FIELD_LABELS[proposal.field],
      text: textOfValue(proposal),
      code: codeOfValue(proposal),
      place: proposal.place,
      clause: proposal.clause,
      quote: proposal.quote,
      remark: proposal.note && PROPOSAL_NOTES[proposal.note],
      status: proposal.status,
      agrees: agrees(proposal, contract.form),
    };
  }
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type {
  DiscardProceedingInput,
  QueryContractProceedingsArgs,
  QueryTaxNoticesArgs,
  RecordTaxNoticeInput,
  RemoveProceedingFileInput,
  ReportBenefitUseInput,
  SaveProceedingDraftInput,
  StartProceedingInput,
} from '../contracts.types.gen.js';
import type { TaxNotice } from '../core/proceedings/tax-notice.js';
import { BenefitsService } from './benefits.service.js';
import { DraftsService } from './drafts.service.js';
import type { ProceedingView } from './proceeding.view.js';
import { ProceedingsQueries } from './proceedings.queries.js';

/** Proceedings, their fields, and what their opener does while it writes. */
@Resolver('ContractProceeding')
export class ProceedingsResolver {
  constructor(
    private readonly queries: ProceedingsQueries,
    private readonly contracts: ContractsQueries,
    private readonly drafts: DraftsService,
    private readonly benefits: BenefitsService,
  ) {}

  @Query()
  contractProceeding(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.one(actor, id);
  }

  @Query()
  contractProceedings(@Context() context: GraphContext, @Args() args: QueryContractProceedingsArgs) {
    return this.queries.desk(context, args, pageArgs(args));
  }

  @Query()
  taxNotices(@CurrentActor() actor: Actor, @Args() args: QueryTaxNoticesArgs) {
    return this.queries.taxNotices(actor, args, pageArgs(args));
  }

  @ResolveField()
  contract(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.contract(context, view.whole);
  }

  @ResolveField()
  async files(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    const files = await this.queries.files(context, view);
    return files.map((file) => ({ ...file, url: `/files/contracts/proceedings/${file.id}` }));
  }

  @ResolveField()
  missing(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.missing(context, view);
  }

  @ResolveField()
  findings(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.findings(context, view);
  }

  @ResolveField()
  deadline(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.deadline(context, view);
  }

  @ResolveField()
  defences(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.defences(context, view);
  }

  @ResolveField()
  examination(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.examination(context, view);
  }

  @ResolveField()
  decision(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.decision(context, view);
  }

  @ResolveField()
  async taxNotice(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.taxNotice(context, view);
  }

  @ResolveField()
  availableActions(@Parent() view: ProceedingView, @Context() context: GraphContext) {
    return this.queries.availableActions(context, view);
  }

  @Mutation()
  async startProceeding(@CurrentActor() actor: Actor, @Args('input') input: StartProceedingInput) {
    const { id } = await this.drafts.start(actor, input);
    return {
      proceeding: await this.queries.fresh(actor, id),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async saveProceedingDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveProceedingDraftInput) {
    const { id } = await this.drafts.save(actor, input);
    return {
      proceeding: await this.queries.fresh(actor, id),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async removeProceedingFile(@CurrentActor() actor: Actor, @Args('input') input: RemoveProceedingFileInput) {
    const { id } = await this.drafts.removeFile(actor, input);
    return {
      proceeding: await this.queries.fresh(actor, id),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async discardProceeding(@CurrentActor() actor: Actor, @Args('input') input: DiscardProceedingInput) {
    const { contractId } = await this.drafts.discard(actor, input);
    return {
      contract: await this.contracts.fresh(actor, contractId),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async reportBenefitUse(@CurrentActor() actor: Actor, @Args('input') input: ReportBenefitUseInput) {
    const { id } = await this.benefits.report(actor, input);
    return {
      contract: await this.contracts.fresh(actor, id),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async recordTaxNotice(@CurrentActor() actor: Actor, @Args('input') input: RecordTaxNoticeInput) {
    const { id } = await this.benefits.recordSent(actor, input);
    return { taxNotice: await this.queries.notice(id), clientMutationId: input.clientMutationId };
  }
}

/** What a contract says of what came after its decision. */
@Resolver('Contract')
export class ContractProceedingsResolver {
  constructor(private readonly queries: ProceedingsQueries) {}

  @ResolveField()
  proceedings(@Parent() contract: ContractView, @Context() context: GraphContext) {
    return this.queries.ofContract(context, contract);
  }

  @ResolveField()
  benefitUses(@Parent() contract: ContractView, @Context() context: GraphContext) {
    return this.queries.benefitsOf(context, contract);
  }
}

/** 税务通知记录. */
@Resolver('TaxNotice')
export class TaxNoticesResolver {
  constructor(private readonly queries: ProceedingsQueries) {}

  @ResolveField()
  contract(@Parent() notice: TaxNotice, @Context() context: GraphContext) {
    return this.queries.contract(context, notice);
  }

  @ResolveField()
  deadline(@Parent() notice: TaxNotice, @Context() context: GraphContext) {
    return this.queries.noticeDeadline(context, notice);
  }

  @ResolveField()
  cause(@Parent() { content }: TaxNotice) {
    return content.cause;
  }

  @ResolveField()
  declared(@Parent() { content }: TaxNotice) {
    return content.declared;
  }

  @ResolveField()
  used(@Parent() { content }: TaxNotice) {
    return content.used;
  }

  @ResolveField()
  totalBefore(@Parent() { content }: TaxNotice) {
    return content.before.total;
  }

  @ResolveField()
  technicalBefore(@Parent() { content }: TaxNotice) {
    return content.before.technical;
  }

  @ResolveField()
  totalAfter(@Parent() { content }: TaxNotice) {
    return content.after.total;
  }

  @ResolveField()
  technicalAfter(@Parent() { content }: TaxNotice) {
    return content.after.technical;
  }

  @ResolveField()
  decidedOn(@Parent() { content }: TaxNotice) {
    return content.decidedOn;
  }

  @ResolveField()
  reason(@Parent() { content }: TaxNotice) {
    return content.reason;
  }

  @ResolveField()
  articles(@Parent() { content }: TaxNotice) {
    return content.articles;
  }
}

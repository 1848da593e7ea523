import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { PRE_CHECK } from '../core/calculators/calculator.js';
import { CALCULATORS, type Calculation } from '../core/calculators/calculators.js';
import type { Field, Fields } from '../core/calculators/fields.js';
import { ContractsQueries } from '../contracts.queries.js';
import type {
  QueryCalculateArgs,
  QueryCalculationsArgs,
  QueryCalculatorPrefillArgs,
  SaveCalculationInput,
} from '../contracts.types.gen.js';
import { CalculatorsService } from './calculators.service.js';

/** A field as a form draws it. */
const fieldView = ([name, field]: readonly [string, Field]): object => ({
  name,
  label: field.label,
  kind: field.kind,
  hint: field.hint ?? null,
  when: field.when ?? null,
  required: field.kind === 'MONEY' ? field.required : !['PERCENT', 'TEXT', 'ROWS'].includes(field.kind),
  choices:
    field.kind === 'CHOICE'
      ? Object.entries(field.choices).map(([code, title]) => ({ code, name: title }))
      : [],
  min: field.kind === 'COUNT' || field.kind === 'ROWS' ? field.min : null,
  max: field.kind === 'COUNT' ? field.max : null,
  fields: field.kind === 'ROWS' ? fieldsView(field.fields) : [],
});
const fieldsView = (fields: Fields): object[] => Object.entries(fields).map(fieldView);

const VIEWS = CALCULATORS.map(({ id, title, summary, version, sources, fields }) => ({
  id,
  title,
  summary,
  version,
  sources,
  fields: fieldsView(fields),
}));

/** 测算: the list, a calculation, and what a person kept. */
@Resolver('Calculation')
export class CalculatorsResolver {
  constructor(
    private readonly service: CalculatorsService,
    private readonly contracts: ContractsQueries,
  ) {}

  @Query()
  calculators() {
    return VIEWS;
  }

  @Query()
  calculate(@Args() args: QueryCalculateArgs) {
    return this.service.calculate(args);
  }

  @Query()
  calculation(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.service.one(actor, id);
  }

  @Query()
  calculations(@CurrentActor() actor: Actor, @Args() args: QueryCalculationsArgs) {
    return this.service.list(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  calculatorPrefill(@CurrentActor() actor: Actor, @Args() args: QueryCalculatorPrefillArgs) {
    return this.service.prefill(actor, args.calculator, args.contractId);
  }

  @Mutation()
  async saveCalculation(@CurrentActor() actor: Actor, @Args('input') input: SaveCalculationInput) {
    const { id } = await this.service.save(actor, input);
    return { calculation: await this.service.one(actor, id), clientMutationId: input.clientMutationId };
  }

  @ResolveField()
  calculator(@Parent() { calculator }: Calculation) {
    return VIEWS.find(({ id }) => id === calculator);
  }

  @ResolveField()
  disclaimer() {
    return PRE_CHECK;
  }

  @ResolveField()
  contract(@Parent() saved: { readonly contractId?: string | null }, @Context() context: GraphContext) {
    return saved.contractId ? this.contracts.one(context, saved.contractId) : null;
  }
}

import { Injectable } from '@nestjs/common';
import {
  cleanText,
  DomainError,
  notFound,
  organisationsWithRole,
  refuseIf,
  say,
  Violations,
  type Actor,
  type AvailableAction,
} from '@jihui/kernel';
import {
  Audit,
  checkIds,
  staleVersion,
  uuidv7,
  Work,
  type GraphContext,
  type TimelineEntry,
} from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import {
  fillTemplate,
  mayKeepTemplates,
  templateViolations,
  type OpinionTemplate,
  type Purpose,
} from '../core/templates/template.js';
import { RegistriesStore } from '../store/registries.store.js';
import { readsRegistry } from '../core/registries/registry.js';
import { TemplatesStore } from '../store/templates.store.js';

const streamOf = (id: string): string => `OpinionTemplate:${id}`;
/** More would not be found at the desk. */
const MAX_TEMPLATES = 100;

export interface TemplateInput {
  readonly clientMutationId: string;
  readonly id?: string | null;
  readonly expectedVersion?: number | null;
  readonly officeId: string;
  readonly purpose: Purpose;
  readonly name: string;
  readonly text: string;
  readonly active: boolean;
}

/** 审查意见模板, kept per bureau with their history. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly work: Work,
    private readonly store: TemplatesStore,
    private readonly registries: RegistriesStore,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, STALE_VERSION, INVALID_INPUT with all that is wrong. */
  async save(actor: Actor, input: TemplateInput): Promise<OpinionTemplate> {
    checkIds(input.id, input.officeId);
    const { clientMutationId } = input;
    const command = {
      domain: 'contracts',
      name: 'saveOpinionTemplate',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      const before = input.id ? await this.own(actor, input.id) : undefined;
      if (before !== undefined && before.version !== input.expectedVersion) throw staleVersion();
      const officeId = before?.officeId ?? input.officeId;
      // The office's row is the lock under which its templates are counted.
      const office = await this.registries.lock(officeId);
      if (office === undefined || !readsRegistry(actor, office.divisionCode)) throw notFound('登记机构');
      const may = mayKeepTemplates(actor, officeId);
      if (!may.allowed) throw new DomainError(may.code, may.reason);
      const template: OpinionTemplate = {
        id: before?.id ?? uuidv7(),
        version: (before?.version ?? 0) + 1,
        officeId,
        purpose: input.purpose,
        name: cleanText(input.name),
        text: cleanText(input.text),
        active: input.active,
      };
      const tooMany = before === undefined && (await this.store.countOf(officeId)) >= MAX_TEMPLATES;
      refuseIf([
        ...templateViolations(template),
        ...new Violations().when(tooMany, 'name', 'TOO_MANY', say`一个机构最多${MAX_TEMPLATES}个模板`).found,
      ]);
      await this.store.put(template);
      await tx.audit({
        stream: streamOf(template.id),
        action: before === undefined ? 'create' : 'save',
        ...(before === undefined ? {} : { before }),
        after: template,
        reason: template.name,
      });
      return template;
    });
  }

  /** Of the bureaus in which the viewer keeps them. */
  async list(actor: Actor): Promise<readonly OpinionTemplate[]> {
    const offices = organisationsWithRole(actor, 'REGISTRAR');
    return offices.length === 0 ? [] : this.store.of(offices);
  }

  /** The active ones of the viewer's bureaus, filled with the contract's facts. */
  async filled(context: GraphContext, view: ContractView) {
    if (view.sight !== 'REGISTRY') return [];
    const templates =
      (await context.load(
        'contracts.opinionTemplates',
        async () => [await this.list(context.actor)],
        'own',
      )) ?? [];
    return templates
      .filter(({ active }) => active)
      .map(({ id, purpose, name, text }) => ({
        id,
        purpose,
        name,
        text: fillTemplate(text, view.contract),
      }));
  }

  async timeline(context: GraphContext, id: string): Promise<readonly TimelineEntry[]> {
    return (
      (await context.load(
        'contracts.templateTimelines',
        (names) => this.audit.timelines('contracts', names),
        streamOf(id),
      )) ?? []
    );
  }

  actionsOn(actor: Actor, { officeId }: OpinionTemplate): readonly AvailableAction<string>[] {
    return mayKeepTemplates(actor, officeId).allowed
      ? [{ action: 'save', enabled: true, reason: null, violations: [] }]
      : [];
  }

  private async own(actor: Actor, id: string): Promise<OpinionTemplate> {
    const template = await this.store.lock(id);
    if (template === undefined || !mayKeepTemplates(actor, template.officeId).allowed)
      throw notFound('意见模板');
    return template;
  }
}

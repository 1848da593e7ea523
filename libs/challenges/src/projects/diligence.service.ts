import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { legalDayOf, notFound, type Actor } from '@jihui/kernel';
import { Audit, BusinessClock, checkIds, drawPages, Files, isUuid, Work, ZipStream } from '@jihui/platform';
import { PACK_FILES } from '@jihui/proofs';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import { readsDiligence } from '../core/projects/perform.js';
import type { Project } from '../core/projects/project.js';
import { stepName } from '../core/projects/step-names.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { packOf, reportOf, type DiligencePack, type PackFacts } from './diligence-pack.js';
import { projectStream } from './project-desk.js';

/** A file to be sent. */
export interface DiligenceFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | Readable;
}

/** 尽职材料 of a project, as a report and as a pack that is checked without the platform. */
@Injectable()
export class DiligenceService {
  constructor(
    private readonly store: ProjectsStore,
    private readonly facts: FactsStore,
    private readonly gate: CallGate,
    private readonly audit: Audit,
    private readonly desk: CallDesk,
    private readonly clock: BusinessClock,
    private readonly work: Work,
    private readonly bytes: Files,
  ) {}

  /** @throws DomainError NOT_FOUND for whoever is neither bureau, supervisor nor undertaker */
  async report(actor: Actor, id: string): Promise<DiligenceFile> {
    const facts = await this.factsOf(actor, id);
    await this.recordTaking(actor, id, '尽职材料（PDF）');
    const name = `${facts.project.code}-尽职材料.pdf`;
    return { name, type: 'application/pdf', content: await pdfOf(facts, packOf(facts)) };
  }

  /** The report with every record and its files, the history and a manifest of their hashes. */
  async pack(actor: Actor, id: string): Promise<DiligenceFile> {
    const facts = await this.factsOf(actor, id);
    await this.recordTaking(actor, id, '尽职材料（ZIP）');
    const pack = packOf(facts);
    const report = await pdfOf(facts, pack);
    const at = facts.project.updatedAt;
    const content = ZipStream.of(async (zip) => {
      await zip.add(PACK_FILES.report, at, [report]);
      for (const { path, text } of [...pack.files, pack.manifest])
        await zip.add(path, at, [Buffer.from(text)]);
      for (const { path, sha256 } of pack.stored) {
        const written = await zip.add(path, at, this.bytes.open(sha256));
        if (written.sha256 !== sha256) throw new Error(`${path} is not what was stored`);
      }
    });
    return { name: `${facts.project.code}-尽职材料.zip`, type: 'application/zip', content };
  }

  /** Who took the material and when, apart from the project's own history, which it would otherwise change. */
  private async recordTaking(actor: Actor, id: string, reason: string): Promise<void> {
    await this.work.run({ domain: 'challenges', name: 'takeDiligence', actor }, (tx) =>
      tx.audit({ stream: `ProjectDiligence:${id}`, action: 'takeDiligence', reason }),
    );
  }

  private async factsOf(actor: Actor, id: string): Promise<PackFacts> {
    checkIds(id);
    const project = (await this.store.byIds([id])).get(id);
    if (project === undefined || !readsDiligence(actor, project)) throw notFound('尽职材料');
    const call = (await this.gate.get(project.callId))?.call;
    if (call === undefined) throw new Error('a project without its call');
    const organisations = await this.facts.organisations([project.organisationId, project.ownerId]);
    const history = await this.audit.chained('challenges', projectStream(id));
    const people = [...new Set([...history.map(({ entry }) => entry.actorId), ...peopleIn(project)])];
    const names = await this.facts.personNames(people.filter(isUuid));
    const today = legalDayOf(await this.clock.now());
    return {
      ...{ project, history, today, rules: await this.desk.rules(today) },
      undertaker: organisations.get(project.organisationId)?.name ?? '',
      owner: organisations.get(project.ownerId)?.name ?? '',
      call: { code: call.code, title: call.content.title, mode: call.mode },
      nameOf: (personId) =>
        personId === null ? '' : isUuid(personId) ? (names.get(personId) ?? personId) : '系统',
    };
  }
}

const pdfOf = (facts: PackFacts, pack: DiligencePack): Promise<Buffer> =>
  drawPages('揭榜项目尽职材料', reportOf(facts, pack, stepName));

const peopleIn = ({
  entries,
  request,
  inspections,
  exemption,
  responsibleId,
  supervisorId,
}: Project): readonly string[] =>
  [
    ...entries.flatMap(({ personIds }) => personIds),
    ...inspections.map(({ personId }) => personId),
    ...[request?.personId, exemption?.proposedBy, exemption?.reviewedBy, exemption?.decidedBy],
    ...[responsibleId, supervisorId],
  ].filter((id): id is string => typeof id === 'string');

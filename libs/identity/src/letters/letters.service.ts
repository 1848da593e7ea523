import { Injectable } from '@nestjs/common';
import { DomainError, Codes, notFound, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds, uuidv7, Work, type ReceivedFile } from '@jihui/platform';
import type { AuthorisationLetter, IdentityFile, LetterCase } from '../core/letter/letter.js';
import { letters as machine } from '../core/letter/perform.js';
import { personOf, signedIn } from '../auth/request.js';
import { command, expectVersion, reasonOf } from '../command.js';
import type { IssueAuthorisationLetterInput, RevokeAuthorisationLetterInput } from '../identity.types.gen.js';
import { LettersStore } from '../store/letters.store.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';

interface Answer {
  readonly id: string;
}

/** A stamped letter comes as a scan. */
const SCANS: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** Letters of authorisation (授权委托书) and the scans they rest on. */
@Injectable()
export class LettersService {
  constructor(
    private readonly work: Work,
    private readonly letters: LettersStore,
    private readonly organisations: OrganisationsStore,
    private readonly memberships: MembershipsStore,
  ) {}

  /** Keeps the row of an uploaded scan; only its uploader sees it until a letter rests on it. */
  async keepFile(actor: Actor, received: ReceivedFile): Promise<IdentityFile> {
    const { personId } = personOf(actor);
    const { name, sha256, size, type } = received;
    refuseIf(
      new Violations().when(!SCANS.includes(type), 'file', 'TYPE', '请上传盖章扫描件：PDF、PNG 或 JPG').found,
    );
    return this.work.run({ domain: 'identity', name: 'keepFile', actor }, async (tx) => {
      const file: IdentityFile = {
        id: uuidv7(),
        sha256,
        name,
        size,
        type,
        uploadedBy: personId,
        createdAt: tx.now,
      };
      await this.letters.insertFile(file);
      return file;
    });
  }

  /** @throws DomainError INVALID_INPUT with all violations, FORBIDDEN, NOT_FOUND */
  async issue(actor: Actor, input: IssueAuthorisationLetterInput): Promise<Answer> {
    const { personId: issuer } = personOf(actor);
    checkIds(input.organisationId, input.personId, input.fileId);
    return this.work.run(command(actor, 'issueAuthorisationLetter', input), async (tx) => {
      const organisation = await this.organisations.lockVisible(actor, input.organisationId);
      const file = await this.letters.file(input.fileId);
      if (organisation === undefined) throw notFound('机构');
      const place: AuthorisationLetter = {
        id: uuidv7(),
        version: 1,
        state: 'NONE',
        organisationId: organisation.id,
        personId: input.personId,
        matters: [...new Set(input.matters)].sort(),
        validFrom: input.validFrom,
        validTo: input.validTo,
        fileId: input.fileId,
        revokedAt: null,
        revokeReason: '',
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      const state = machine.perform(await this.caseOf(place), 'issue', actor, tx.now);
      if (file?.uploadedBy !== issuer)
        throw new DomainError(Codes.INVALID_INPUT, '请先上传委托书的盖章扫描件', [
          { path: 'fileId', code: 'REQUIRED', message: '请先上传委托书的盖章扫描件' },
        ]);
      const letter = { ...place, state };
      await this.letters.insert(letter);
      await tx.audit({ stream: `AuthorisationLetter:${letter.id}`, action: 'issue', after: letter });
      return { id: letter.id };
    });
  }

  /** @throws DomainError FORBIDDEN, ILLEGAL_TRANSITION, NOT_FOUND, STALE_VERSION */
  async revoke(actor: Actor, input: RevokeAuthorisationLetterInput): Promise<Answer> {
    signedIn(actor);
    checkIds(input.letterId);
    const reason = reasonOf(input.reason, '撤销原因');
    return this.work.run(command(actor, 'revokeAuthorisationLetter', input), async (tx) => {
      const before = await this.letters.lock(input.letterId);
      if (before === undefined) throw notFound('授权委托书');
      const subject = await this.caseOf(before);
      const known =
        actor.kind === 'system' || [...subject.adminIds, before.personId].includes(personOf(actor).personId);
      if (!known) throw notFound('授权委托书');
      const state = machine.perform(subject, 'revoke', actor, tx.now);
      expectVersion(before, input.expectedVersion);
      await this.letters.revoke(before, tx.now, reason);
      const after = { ...before, state, revokeReason: reason };
      await tx.audit({ stream: `AuthorisationLetter:${before.id}`, action: 'revoke', before, after, reason });
      return { id: before.id };
    });
  }

  private async caseOf(letter: AuthorisationLetter): Promise<LetterCase> {
    const admins = await this.organisations.adminIds([letter.organisationId]);
    const member = await this.memberships.activeOf(letter.organisationId, letter.personId);
    return {
      letter,
      adminIds: admins.get(letter.organisationId) ?? [],
      personIsMember: member !== undefined,
    };
  }
}

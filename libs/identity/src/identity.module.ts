import { Module } from '@nestjs/common';
import { Administrators, Authenticator } from '@jihui/platform';
import { AccessTokensService } from './accounts/access-tokens.service.js';
import { AccountsResolver } from './accounts/accounts.resolver.js';
import { AdministratorsService } from './accounts/administrators.service.js';
import { Entrance } from './accounts/entrance.js';
import { FactorDuty } from './accounts/factor-duty.js';
import { OidcResolver } from './accounts/oidc.resolver.js';
import { OidcService } from './accounts/oidc.service.js';
import { PasswordsService } from './accounts/passwords.service.js';
import { PeopleQueries } from './accounts/people.queries.js';
import { PeopleResolver } from './accounts/people.resolver.js';
import { PeopleService } from './accounts/people.service.js';
import { ProofService } from './accounts/proof.service.js';
import { RegistrationService } from './accounts/registration.service.js';
import { SecondFactorResolver } from './accounts/second-factor.resolver.js';
import { SecondFactorService } from './accounts/second-factor.service.js';
import { Sessions } from './accounts/sessions.js';
import { SignInService } from './accounts/sign-in.service.js';
import { Factor } from './auth/factor.js';
import { FullProof } from './auth/full-proof.js';
import { Issuers } from './auth/issuers.js';
import { Passwords } from './auth/passwords.js';
import { Secrets } from './auth/secrets.js';
import { SessionAuthenticator } from './auth/session-authenticator.js';
import { SmsFiles, SmsSender } from './auth/sms.js';
import { Correspondence } from './correspondence.js';
import { ExportMaker } from './exports/export-maker.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsQueries } from './exports/exports.queries.js';
import { ExportsResolver } from './exports/exports.resolver.js';
import { ExportsService } from './exports/exports.service.js';
import { IdentityEvents } from './identity.events.js';
import { IdentityHandlers } from './identity.handlers.js';
import { OrganisationsExport } from './imports/organisations.export.js';
import { OrganisationsImport } from './imports/organisations.import.js';
import { IdentityFilesController } from './letters/files.controller.js';
import { LettersQueries } from './letters/letters.queries.js';
import { LettersResolver } from './letters/letters.resolver.js';
import { LettersService } from './letters/letters.service.js';
import { Loading } from './loading.js';
import { JoiningService } from './memberships/joining.service.js';
import { MembershipActs } from './memberships/membership-acts.js';
import { MembershipsQueries } from './memberships/memberships.queries.js';
import { MembershipsResolver } from './memberships/memberships.resolver.js';
import { MembershipsService } from './memberships/memberships.service.js';
import { OrganisationSearch } from './organisations/organisation-search.js';
import { OrganisationsQueries } from './organisations/organisations.queries.js';
import { OrganisationsResolver } from './organisations/organisations.resolver.js';
import { OrganisationsService } from './organisations/organisations.service.js';
import { IdentitySeed } from './seed/identity.seed.js';
import { CredentialsStore } from './store/credentials.store.js';
import { ExportsStore } from './store/exports.store.js';
import { FactorsStore } from './store/factors.store.js';
import { IdentityRetains } from './store/identity-retains.js';
import { LettersStore } from './store/letters.store.js';
import { LinksStore } from './store/links.store.js';
import { MembershipsStore } from './store/memberships.store.js';
import { OidcStore } from './store/oidc.store.js';
import { OrganisationsStore } from './store/organisations.store.js';
import { PeopleStore } from './store/people.store.js';

const stores = [
  CredentialsStore,
  ExportsStore,
  FactorsStore,
  LettersStore,
  LinksStore,
  MembershipsStore,
  OidcStore,
  OrganisationsStore,
  PeopleStore,
];
const services = [
  AccessTokensService,
  ExportsService,
  JoiningService,
  LettersService,
  MembershipsService,
  OidcService,
  OrganisationsService,
  PasswordsService,
  PeopleService,
  ProofService,
  RegistrationService,
  SecondFactorService,
  SignInService,
];
const queries = [ExportsQueries, LettersQueries, MembershipsQueries, OrganisationsQueries, PeopleQueries];
const resolvers = [
  AccountsResolver,
  ExportsResolver,
  LettersResolver,
  MembershipsResolver,
  OidcResolver,
  OrganisationsResolver,
  PeopleResolver,
  SecondFactorResolver,
];

@Module({
  controllers: [ExportsController, IdentityFilesController],
  providers: [
    ...stores,
    ...services,
    ...queries,
    ...resolvers,
    Correspondence,
    Entrance,
    ExportMaker,
    Factor,
    FactorDuty,
    FullProof,
    IdentityEvents,
    IdentityHandlers,
    IdentityRetains,
    IdentitySeed,
    Issuers,
    Loading,
    MembershipActs,
    OrganisationSearch,
    OrganisationsExport,
    OrganisationsImport,
    Passwords,
    Secrets,
    Sessions,
    { provide: Administrators, useClass: AdministratorsService },
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: SmsSender, useClass: SmsFiles },
  ],
  exports: [Authenticator],
})
export class IdentityModule {}

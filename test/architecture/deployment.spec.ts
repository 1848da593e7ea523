import { readdirSync, readFileSync } from 'node:fs';
import * as models from 'kubernetes-models';
import { parse, parseAllDocuments } from 'yaml';
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
}
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: Spec;
}

const FOLDER = 'docker/kubernetes';
const manifests = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => parseAllDocuments(readFileSync(`${FOLDER}/${file}`, 'utf8')))
  .map((document) => document.toJS() as Manifest);
const named = manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const);
const ofKind = (kind: string): readonly Manifest[] => manifests.filter((manifest) => manifest.kind === kind);

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
const running = manifests.filter(({ kind }) => ['Deployment', 'Job', 'CronJob'].includes(kind));
const settings = {
  ...ofKind('ConfigMap')[0]?.data,
  ...ofKind('Secret')[0]?.stringData,
};
const CONFIG = readFileSync('libs/platform/src/config/config.ts', 'utf8');

describe('the manifests of Kubernetes', () => {
  it.each(named)('%s is what its schema asks for', (_, manifest) => {
    const Model = modelOf(manifest);
    expect(() => new Model(manifest).validate()).not.toThrow();
    expect(() => new Model({ ...manifest, spec: 7, data: 7 }).validate()).toThrow();
  });

  it('set what the program reads, and rightly', async () => {
    const { loadConfig } = (await load('libs/platform/src/config/config.ts')) as {
      loadConfig: (environment: object) => { roles: readonly string[]; mode: string };
    };
    const roles = ofKind('Deployment').map((manifest) => {
      const [container] = podOf(manifest).containers;
      const own = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
      for (const name of Object.keys({ ...settings, ...own })) expect(CONFIG).toContain(`'${name}'`);
      return loadConfig({ ...settings, ...own }).roles;
    });
    expect(roles.flat().sort()).toEqual(['graph', 'portal', 'worker']);
    expect(loadConfig(settings).mode).toBe('production');
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

describe('compose', () => {
  const { services, volumes } = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as {
    services: Record<
      string,
      { environment?: Record<string, string>; volumes?: string[]; depends_on?: object }
    >;
    volumes: object;
  };

  it('sets what the program reads', () => {
    for (const part of ['web', 'worker'])
      for (const name of Object.keys(services[part]?.environment ?? {}))
        expect(CONFIG).toContain(`'${name}'`);
    expect([services['web']?.environment?.['ROLES'], services['worker']?.environment?.['ROLES']]).toEqual([
      'graph,portal',
      'worker',
    ]);
  });

  it('names only what there is', () => {
    for (const { volumes: mounts = [], depends_on = {} } of Object.values(services)) {
      for (const mount of mounts) expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
      for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name);
    }
  });
});

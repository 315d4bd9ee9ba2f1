import { type IdentityArn, readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import { globOf, literalGlob } from '../text/glob.ts';
import type { Lane, LaneConstraint, Phase } from '../text/lanes.ts';
import { type GlobTest, textTest } from '../text/textTest.ts';
import type { Cell, CellKind, OpenNames } from './cell.ts';
import type { Named } from './named.ts';

const SAMPLE_ACCOUNTS = ['444455556666', '777788889999', '123456789012', '210987654321', '555566667777'];

const accountPhase: Phase = {
  admits: (code) => code >= 48 && code <= 57,
  fillers: '5678901234',
  min: 12,
  max: 12,
};
const pathPhase: Phase = {
  admits: (code) => code > 0x20 && code < 0x7f,
  fillers: 'pathdivson',
  min: 0,
  max: Infinity,
  path: true,
};
const namePhase: Phase = {
  admits: (code) => /[\w+=,.@-]/.test(String.fromCodePoint(code)),
  fillers: 'exampltuvwyzbcdfghijknoqrs0123456789',
  min: 1,
  max: Infinity,
};
const labelPhase: Phase = {
  admits: (code) => /[a-z0-9-]/.test(String.fromCodePoint(code)),
  fillers: 'examplservicbdfghjknoqtuwyz0123456789',
  min: 1,
  max: Infinity,
};

/**
 * All callers, in cells, the most telling first: a stranger's role, then everyone who is named, then the others of the accounts
 * that are named. Unsigned requests are left out, since KMS refuses them all (KMS-010), and so are session policies.
 *
 * @param partition of the key, in which everybody lives.
 */
export function cellsOf(named: Named, partition: string): readonly Cell[] {
  const arns = [...named.arns].flatMap((arn) => {
    const identity = readIdentityArn(arn);
    return identity?.partition === partition ? [{ arn, identity }] : [];
  });
  const builder = new CellBuilder(named, partition, arns);
  const cells: Cell[] = [builder.open('role', undefined)];
  for (const one of arns) cells.push(...builder.named(one.arn, one.identity));
  for (const service of named.services) cells.push(fixed(partition, 'service', undefined, service));
  for (const account of named.accounts) {
    for (const kind of ['user', 'role'] as const) cells.push(builder.open(kind, account));
  }
  cells.push(builder.open('user', undefined));
  for (const account of named.accounts) {
    cells.push(builder.open('federatedUser', account));
    cells.push(fixed(partition, 'root', account, `arn:${partition}:iam::${account}:root`));
    if (named.organizations) cells.push(serviceLinkedRole(account, partition));
  }
  cells.push(builder.open('federatedUser', undefined), builder.open('root', undefined));
  cells.push(builder.service(1), builder.service(2));
  return cells;
}

function fixed(
  partition: string,
  kind: CellKind,
  account: string | undefined,
  name: string,
  session?: string,
): Cell {
  const serviceLinked = kind === 'role' && isServiceLinked(name);
  return { kind, account, partition, name, session, open: undefined, serviceLinked };
}

function isServiceLinked(arn: string): boolean {
  return (
    arn.includes(':role/aws-service-role/') ||
    arn.slice(arn.lastIndexOf('/') + 1).startsWith('AWSServiceRoleFor')
  );
}

function serviceLinkedRole(account: string, partition: string): Cell {
  const path = 'aws-service-role/example.amazonaws.com/AWSServiceRoleForExample';
  return fixed(partition, 'role', account, `arn:${partition}:iam::${account}:role/${path}`);
}

class CellBuilder {
  readonly #named: Named;
  readonly #partition: string;
  readonly #arns: readonly { readonly arn: string; readonly identity: IdentityArn }[];

  constructor(
    named: Named,
    partition: string,
    arns: readonly { readonly arn: string; readonly identity: IdentityArn }[],
  ) {
    this.#named = named;
    this.#partition = partition;
    this.#arns = arns;
  }

  named(arn: string, identity: IdentityArn): readonly Cell[] {
    switch (identity.kind) {
      case 'user':
      case 'role':
      case 'federatedUser':
        return [fixed(this.#partition, identity.kind, identity.account, arn)];
      case 'session':
        return this.#rolesOf(identity).map((role) =>
          fixed(this.#partition, 'role', identity.account, role, arn),
        );
      default:
        return [];
    }
  }

  /** The roles a session can be of: those of its name that a document names, else the one without a path. */
  #rolesOf(session: Extract<IdentityArn, { kind: 'session' }>): readonly string[] {
    const known = this.#arns.flatMap(({ arn, identity }) =>
      identity.kind === 'role' && identity.account === session.account && identity.name === session.role
        ? [arn]
        : [],
    );
    return known.length > 0 ? known : [`arn:${this.#partition}:iam::${session.account}:role/${session.role}`];
  }

  /** The callers of a kind that nobody names, in one account or in all accounts that nobody names. */
  open(kind: 'role' | 'user' | 'federatedUser' | 'root', account: string | undefined): Cell {
    const service = kind === 'federatedUser' ? 'sts' : 'iam';
    const before = `arn:${this.#partition}:${service}::`;
    const after = AFTER_ACCOUNT[kind];
    const names: readonly Phase[] =
      kind === 'root' ? [] : kind === 'federatedUser' ? [namePhase] : [pathPhase, namePhase];
    const phases = account === undefined ? [accountPhase, ...names] : names;
    const wholeFeeds = account === undefined ? [before, after] : [`${before}${account}${after}`];
    const whole: Lane =
      kind === 'root'
        ? { feeds: [before], tail: after }
        : { feeds: phases.map((_, at) => wholeFeeds[at] ?? ''), tail: '' };
    const last: Lane = {
      feeds: phases.map((_, at) => (at === phases.length - 1 ? '' : undefined)),
      tail: '',
    };
    const accountLane: Lane | undefined =
      account === undefined
        ? { feeds: phases.map((_, at) => (at === 0 ? '' : undefined)), tail: '' }
        : undefined;
    const open: OpenNames = {
      phases,
      whole,
      last,
      account: accountLane,
      apart: this.#apart(kind, whole, last, accountLane),
      samples: this.#samples(kind, account, names.length),
    };
    return {
      kind,
      account,
      partition: this.#partition,
      name: undefined,
      session: undefined,
      open,
      serviceLinked: false,
    };
  }

  #apart(kind: CellKind, whole: Lane, last: Lane, account: Lane | undefined): readonly LaneConstraint[] {
    const not = (lane: Lane, texts: readonly string[]): LaneConstraint[] =>
      texts.length === 0 ? [] : [{ lane, wanted: false, test: textsTest(texts) }];
    const arns = this.#arns.flatMap(({ arn, identity }) => (identity.kind === kind ? [arn] : []));
    const constraints = not(whole, arns);
    if (account !== undefined) constraints.push(...not(account, [...this.#named.accounts]));
    if (kind === 'role') constraints.push(...notServiceLinked(whole, last));
    return constraints;
  }

  #samples(kind: CellKind, account: string | undefined, names: number): readonly (readonly string[])[] {
    const words =
      names === 0 ? [] : names === 1 ? ['example'] : ['', kind === 'user' ? 'alice' : 'ExampleRole'];
    const other = names === 2 ? ['', 'example'] : words;
    if (account !== undefined) return [words, other];
    return SAMPLE_ACCOUNTS.flatMap((one) => [
      [one, ...words],
      [one, ...other],
    ]);
  }

  /** Services that nobody names, with as many labels before `amazonaws.com`. */
  service(labels: 1 | 2): Cell {
    const phases = Array.from({ length: labels }, () => labelPhase);
    const whole: Lane = { feeds: ['', '.'].slice(0, labels), tail: '.amazonaws.com' };
    const services = [...this.#named.services];
    const open: OpenNames = {
      phases,
      whole,
      last: whole,
      account: undefined,
      apart: services.length === 0 ? [] : [{ lane: whole, wanted: false, test: textsTest(services) }],
      samples: [['example', 'us-east-1'].slice(0, labels), ['s3', 'us-west-2'].slice(0, labels)],
    };
    return {
      kind: 'service',
      account: undefined,
      partition: this.#partition,
      name: undefined,
      session: undefined,
      open,
      serviceLinked: false,
    };
  }
}

const AFTER_ACCOUNT = {
  role: ':role/',
  user: ':user/',
  federatedUser: ':federated-user/',
  root: ':root',
} as const;

function textsTest(texts: readonly string[]): GlobTest {
  return textTest(texts.map((text) => literalGlob(text)));
}

/** Service-linked roles are a cell of their own where it matters. */
function notServiceLinked(whole: Lane, last: Lane): readonly LaneConstraint[] {
  const path = textTest([
    globOf([{ kind: '*' }, { kind: 'text', text: ':role/aws-service-role/' }, { kind: '*' }]),
  ]);
  const name = textTest([globOf([{ kind: 'text', text: 'AWSServiceRoleFor' }, { kind: '*' }])]);
  return [
    { lane: whole, wanted: false, test: path },
    { lane: last, wanted: false, test: name },
  ];
}

import type { JsonNode } from '#engine/source/json.ts';
import { asArray, asString, memberValue } from '#engine/source/read.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { meaningOfName, type Meaning } from '../placeholder.ts';
import type { PlaceholderBook } from '../placeholderBook.ts';
import { knownText, textOfParts, textValue, type Value } from '../value.ts';
import { conditionHolds } from './conditions.ts';
import { substituted } from './substitute.ts';
import { scalarText, type TemplateFacts } from './templateFacts.ts';

/** What the pseudo parameters are; `AWS::NoValue` is none of them, it takes away what it stands for. */
const PSEUDO: Readonly<Record<string, Meaning>> = {
  'AWS::AccountId': { is: 'account' },
  'AWS::Region': { is: 'region' },
  'AWS::Partition': { is: 'partition' },
  'AWS::URLSuffix': { is: 'urlSuffix' },
};

/**
 * Makes values of a template's nodes, with its intrinsic functions carried out as far as the template tells and placeholders
 * for the rest.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class Intrinsics {
  readonly facts: TemplateFacts;
  readonly book: PlaceholderBook;

  constructor(facts: TemplateFacts, book: PlaceholderBook) {
    this.facts = facts;
    this.book = book;
  }

  valueOf(node: JsonNode): Value {
    const { span } = node;
    switch (node.kind) {
      case 'string':
        return textValue(span, node.value);
      case 'number':
      case 'boolean':
      case 'null':
        return node;
      case 'array':
        return { kind: 'list', span, items: node.items.map((item) => this.valueOf(item)) };
      case 'object':
        return this.#object(node);
    }
  }

  #object(node: Extract<JsonNode, { kind: 'object' }>): Value {
    const [only] = node.members;
    if (only !== undefined && node.members.length === 1) {
      const value = this.#called(only.key, only.value, node.span);
      if (value !== undefined) return value;
    }
    const members = node.members.map(({ key, keySpan, value }) => ({
      key: textValue(keySpan, key),
      value: this.valueOf(value),
    }));
    return { kind: 'object', span: node.span, members };
  }

  #called(name: string, argument: JsonNode, span: SourceSpan): Value | undefined {
    switch (name) {
      case 'Ref':
        return this.reference(asString(argument) ?? '', span);
      case 'Fn::GetAtt':
        return this.attribute(attributeName(argument), span);
      case 'Fn::Sub':
        return substituted(this, argument, span);
      case 'Fn::Join':
        return this.#joined(argument, span);
      case 'Fn::If':
        return this.#conditional(argument, span);
      case 'Fn::Select':
        return this.#selected(argument, span);
      case 'Fn::Split':
        return this.#split(argument, span);
      case 'Fn::FindInMap':
        return this.#found(argument, span);
      case 'Fn::ToJsonString':
        return { kind: 'json', span, value: this.valueOf(argument) };
      default:
        return name.startsWith('Fn::') ? this.open(name, argument, span) : undefined;
    }
  }

  /** What only the deployment tells, by the name of the function and what it is given. */
  open(name: string, argument: JsonNode, span: SourceSpan): Value {
    const text = knownText(this.valueOf(argument)) ?? listed(this.valueOf(argument));
    return this.book.placeholder(`${name} ${text}`.trim(), span, { takes: 'text' });
  }

  /** A parameter, pseudo parameter or resource by its name. */
  reference(name: string, span: SourceSpan): Value {
    if (name === 'AWS::NoValue') return { kind: 'absent', span };
    const pseudo = Object.hasOwn(PSEUDO, name) ? PSEUDO[name] : undefined;
    if (pseudo !== undefined) return this.book.placeholder(name, span, { takes: 'text', means: pseudo });
    const parameter = memberValue(this.facts.parameters, name);
    if (parameter !== undefined) return this.#parameter(name, parameter, span);
    const resource = memberValue(this.facts.resources, name);
    const type = asString(memberValue(resource, 'Type'));
    const named = type?.startsWith('AWS::IAM::') === true ? this.nameOf(name, resource) : undefined;
    if (named !== undefined) return this.book.placeholder(name, span, { takes: 'text', standard: named });
    const means: Meaning | undefined = type === 'AWS::KMS::Key' ? { is: 'keyId' } : undefined;
    return this.book.placeholder(name, span, { takes: 'text', ...(means && { means }) });
  }

  #parameter(name: string, parameter: JsonNode, span: SourceSpan): Value {
    const standard = scalarText(memberValue(parameter, 'Default'));
    const description = asString(memberValue(parameter, 'Description'));
    const isList = /List/.test(asString(memberValue(parameter, 'Type')) ?? '');
    const means = meaningOfName(name);
    return this.book.placeholder(name, span, {
      takes: isList ? 'list' : 'text',
      ...(standard !== undefined && { standard: isList ? standard.split(',').join('\n') : standard }),
      ...(description !== undefined && { description }),
      ...(means && { means }),
    });
  }

  /** The name a template gives an IAM resource, or its logical id. */
  nameOf(id: string, resource: JsonNode | undefined): string {
    const properties = memberValue(resource, 'Properties');
    const names = ['RoleName', 'UserName', 'GroupName'].map((field) => memberValue(properties, field));
    const given = names.find((node) => node !== undefined);
    return (given && knownText(this.valueOf(given))) ?? id;
  }

  /** `Role.Arn`. */
  attribute(name: string, span: SourceSpan): Value {
    const [id = '', attribute = ''] = name.split('.');
    const resource = memberValue(this.facts.resources, id);
    const type = asString(memberValue(resource, 'Type')) ?? '';
    const means = attribute === 'Arn' ? this.#meaningOfArn(type, id, resource) : undefined;
    return this.book.placeholder(name, span, { takes: 'text', ...(means && { means }) });
  }

  #meaningOfArn(type: string, id: string, resource: JsonNode | undefined): Meaning | undefined {
    if (type.startsWith('AWS::KMS::')) return { is: 'keyArn' };
    const kind = /^AWS::IAM::(Role|User|Group)$/.exec(type)?.[1]?.toLowerCase();
    if (kind === undefined) return undefined;
    const path = memberValue(memberValue(resource, 'Properties'), 'Path');
    return {
      is: 'iamArn',
      resource: `${kind}${(path && asString(path)) ?? '/'}${this.nameOf(id, resource)}`,
    };
  }

  #joined(argument: JsonNode, span: SourceSpan): Value {
    const [separator, list] = asArray(argument)?.items ?? [];
    const between = scalarText(separator);
    if (between === undefined || list === undefined) return this.open('Fn::Join', argument, span);
    const value = this.valueOf(list);
    if (value.kind !== 'list') return { kind: 'joined', span, separator: between, list: value };
    const items = value.items.filter(({ kind }) => kind !== 'absent');
    return textOfParts(
      span,
      items.flatMap((item, index) => (index === 0 ? [item] : [between, item])),
    );
  }

  #conditional(argument: JsonNode, span: SourceSpan): Value {
    const [name, yes, no] = asArray(argument)?.items ?? [];
    const condition = asString(name);
    if (condition === undefined || yes === undefined || no === undefined)
      return this.open('Fn::If', argument, span);
    const holds = conditionHolds(this.facts, memberValue(this.facts.conditions, condition));
    this.book.placeholder(condition, span, {
      takes: 'yesOrNo',
      ...(holds !== undefined && { standard: String(holds) }),
    });
    return { kind: 'choice', span, condition, yes: this.valueOf(yes), no: this.valueOf(no) };
  }

  #selected(argument: JsonNode, span: SourceSpan): Value {
    const [index, list] = asArray(argument)?.items ?? [];
    const value = list && this.valueOf(list);
    const item = value?.kind === 'list' ? value.items[Number(scalarText(index))] : undefined;
    return item ?? this.open('Fn::Select', argument, span);
  }

  #split(argument: JsonNode, span: SourceSpan): Value {
    const [separator, text] = asArray(argument)?.items ?? [];
    const whole = text && knownText(this.valueOf(text));
    const between = scalarText(separator);
    if (whole === undefined || between === undefined || between === '')
      return this.open('Fn::Split', argument, span);
    return { kind: 'list', span, items: whole.split(between).map((part) => textValue(span, part)) };
  }

  #found(argument: JsonNode, span: SourceSpan): Value {
    const names = (asArray(argument)?.items ?? []).map((item) => knownText(this.valueOf(item)));
    const found = names.reduce<JsonNode | undefined>(
      (node, name) => (name === undefined ? undefined : memberValue(node, name)),
      this.facts.mappings,
    );
    return found === undefined || names.length < 3
      ? this.open('Fn::FindInMap', argument, span)
      : this.valueOf(found);
  }
}

/** `Role.Arn`, however it is written. */
function attributeName(argument: JsonNode): string {
  const parts = asArray(argument)?.items.map((item) => scalarText(item) ?? '');
  return parts?.join('.') ?? asString(argument) ?? '';
}

/** The texts of a list, for a placeholder's name. */
function listed(value: Value): string {
  if (value.kind === 'placeholder') return value.name;
  if (value.kind === 'text')
    return value.parts.map((part) => (typeof part === 'string' ? part : listed(part))).join('');
  if (value.kind !== 'list') return '';
  return value.items
    .map(listed)
    .filter((text) => text !== '')
    .join(' ');
}

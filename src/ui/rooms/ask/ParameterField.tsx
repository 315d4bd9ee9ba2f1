import type { Json } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { Checkbox } from '#kit/Checkbox.tsx';
import { ComboBox } from '#kit/ComboBox.tsx';
import { Select } from '#kit/Select.tsx';
import { TextField } from '#kit/TextField.tsx';
import { ConstraintsField } from './ConstraintsField.tsx';
import { ListField } from './ListField.tsx';
import { PairsField } from './PairsField.tsx';
import { rowsOfTags, tagsOfRows } from './pairRows.ts';
import {
  defaultWords,
  listOfParameter,
  parameterForm,
  parameterOfList,
  parameterOfText,
  textOfParameter,
} from './parameterForms.ts';
import type { SuggestedParameter } from './parameterForms.ts';
import { principalOptions } from './slotOptions.ts';
import type { SlotOption } from './slotOptions.ts';
import { useDraft } from './useDraft.ts';
import styles from './ParameterField.module.css';

export interface ParameterFieldProps {
  readonly parameter: SuggestedParameter;
  readonly value: Json | undefined;
  readonly suggestions: Suggestions;
  readonly onChange: (value: Json | undefined) => void;
}

const notSent = 'not-sent';

/** One request parameter, in the form its values have. */
export function ParameterField({ parameter, value, suggestions, onChange }: ParameterFieldProps) {
  const { name } = parameter;
  const form = parameterForm(parameter);
  switch (form) {
    case 'pairs':
      return (
        <PairsField label={name} value={value} onChange={onChange} offered={suggestions.encryptionContext} />
      );
    case 'tags':
      return (
        <PairsField label={name} value={value} onChange={onChange} read={rowsOfTags} write={tagsOfRows} />
      );
    case 'constraints':
      return <ConstraintsField value={value} onChange={onChange} offered={suggestions.encryptionContext} />;
    case 'several':
      return <SeveralField parameter={parameter} value={value} onChange={onChange} />;
    case 'list':
      return <ListField label={name} value={value} onChange={onChange} />;
    case 'flag':
    case 'choice':
      return <ChoiceField parameter={parameter} value={value} onChange={onChange} />;
    case 'open':
    case 'json':
    case 'number':
    case 'text':
      return <TypedField parameter={parameter} value={value} suggestions={suggestions} onChange={onChange} />;
  }
}

/** What is typed stays as typed, also where it is sent as a number or as JSON. */
function TypedField({ parameter, value, suggestions, onChange }: ParameterFieldProps) {
  const form = parameterForm(parameter);
  const [text, setText] = useDraft({
    source: value,
    read: textOfParameter,
    write: (typed) => parameterOfText(typed, form),
    commit: onChange,
  });
  const shared = {
    label: parameter.name,
    value: text,
    placeholder: defaultWords(parameter),
    onChange: setText,
  };
  const options = knownTexts(parameter, suggestions);
  return options.length > 0 ? (
    <ComboBox {...shared} options={options} />
  ) : (
    <TextField {...shared} isMono rows={form === 'json' ? 2 : 1} />
  );
}

function knownTexts({ name, values }: SuggestedParameter, suggestions: Suggestions): readonly SlotOption[] {
  if (name.endsWith('Principal') && !name.endsWith('ServicePrincipal')) return principalOptions(suggestions);
  return values.map((value) => ({ id: value, text: value }));
}

interface FieldProps {
  readonly parameter: SuggestedParameter;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

function ChoiceField({ parameter, value, onChange }: FieldProps) {
  const chosen = textOfParameter(value);
  const values =
    chosen === '' || parameter.values.includes(chosen) ? parameter.values : [chosen, ...parameter.values];
  return (
    <Select
      label={parameter.name}
      options={[
        { id: notSent, text: defaultWords(parameter) },
        ...values.map((option) => ({ id: option, text: option })),
      ]}
      value={chosen === '' ? notSent : chosen}
      onChange={(id) => onChange(id === notSent ? undefined : parameterOfText(id, parameterForm(parameter)))}
    />
  );
}

function SeveralField({ parameter, value, onChange }: FieldProps) {
  const chosen = listOfParameter(value);
  const all = [...new Set([...parameter.values, ...chosen])];
  return (
    <fieldset className={styles.several} aria-label={parameter.name}>
      <span className={styles.label}>{parameter.name}</span>
      <div className={styles.choices}>
        {all.map((option) => (
          <Checkbox
            key={option}
            isSelected={chosen.includes(option)}
            onChange={(isSelected) =>
              onChange(
                parameterOfList(
                  all.filter((other) => (other === option ? isSelected : chosen.includes(other))),
                ),
              )
            }
          >
            {option}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

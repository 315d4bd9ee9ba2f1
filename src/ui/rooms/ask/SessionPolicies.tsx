import { useRef } from 'react';
import type { DocumentText } from '#engine/scenario/scenario.ts';
import type { DocumentReport } from '#engine/study.ts';
import { Button } from '#kit/Button.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { Link } from '#kit/Link.tsx';
import { RichText } from '#kit/RichText.tsx';
import { TextField } from '#kit/TextField.tsx';
import { markedPhrase } from './ask.view.ts';
import { policyProblems, withNewPolicy, withoutPolicy, withPolicyText } from './sessionPolicies.ts';
import styles from './SessionPolicies.module.css';

export interface SessionPoliciesProps {
  readonly policies: readonly DocumentText[];
  readonly reports: readonly DocumentReport[];
  readonly onChange: (policies: readonly DocumentText[]) => void;
}

/** The policies that were passed when the session began. What is wrong in one is said under it, with its place. */
export function SessionPolicies({ policies, reports, onChange }: SessionPoliciesProps) {
  return (
    <fieldset className={styles.policies} aria-label="Session policies">
      <span className={styles.label}>Session policies</span>
      {policies.map((document, at) => (
        <PolicyField
          key={document.id}
          label={policies.length === 1 ? 'Session policy' : `Session policy ${String(at + 1)}`}
          document={document}
          reports={reports}
          onText={(text) => onChange(withPolicyText(policies, document.id, text))}
          onRemove={() => onChange(withoutPolicy(policies, document.id))}
        />
      ))}
      <div>
        <Button variant="quiet" size="dense" icon="add" onPress={() => onChange(withNewPolicy(policies))}>
          Add session policy
        </Button>
      </div>
    </fieldset>
  );
}

interface PolicyFieldProps {
  readonly label: string;
  readonly document: DocumentText;
  readonly reports: readonly DocumentReport[];
  readonly onText: (text: string) => void;
  readonly onRemove: () => void;
}

function PolicyField({ label, document, reports, onText, onRemove }: PolicyFieldProps) {
  const field = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const problems = policyProblems(document, reports);
  const select = (from: number, to: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  return (
    <div className={styles.policy}>
      <TextField
        ref={field}
        label={label}
        isMono
        rows={Math.min(16, Math.max(4, document.text.split('\n').length))}
        value={document.text}
        onChange={onText}
      />
      <IconButton icon="remove" label={`Remove ${label.toLowerCase()}`} onPress={onRemove} />
      {problems.map(({ place, message, from, to }, index) => (
        <p key={index} className={styles.problem}>
          <Link tone="soft" onPress={() => select(from, to)}>
            {place}
          </Link>{' '}
          <RichText phrase={markedPhrase(message)} />
        </p>
      ))}
    </div>
  );
}

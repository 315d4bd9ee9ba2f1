import { useState } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import { Code } from '#kit/Code.tsx';
import { Disclosure } from './Disclosure.tsx';
import styles from './ContextTable.module.css';

/** The condition keys the answer was decided with, and where each value is from. Closed until asked for. */
export function ContextTable({ context }: { readonly context: Answer['context'] }) {
  const [isOpen, setOpen] = useState(false);
  if (context.length === 0) return null;
  return (
    <Disclosure title="Context of this request" count={context.length} isOpen={isOpen} onToggle={setOpen}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Value, and where it is from</th>
          </tr>
        </thead>
        <tbody>
          {context.map(({ key, values, origin }) => (
            <tr key={key}>
              <th scope="row">
                <Code>{key}</Code>
              </th>
              <td>
                <Values values={values} />
                <div className={styles.origin}>{origin}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}

function Values({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return <span className={styles.origin}>empty list</span>;
  return values.map((value, index) => (
    <div key={index}>
      {value === '' ? <span className={styles.origin}>empty text</span> : <Code>{value}</Code>}
    </div>
  ));
}

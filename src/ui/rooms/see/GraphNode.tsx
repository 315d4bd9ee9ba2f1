import { memo } from 'react';
import { Handle, Position } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { Icon } from '#kit/Icon.tsx';
import { MiddleEllipsis } from '#kit/MiddleEllipsis.tsx';
import { useBench } from './bench.ts';
import type { FlowNode } from './flowElements.ts';
import { labelTail } from './graph.view.ts';
import { useStanding } from './standing.ts';
import styles from './GraphNode.module.css';

/** A principal or an action group: a button that pins what it stands for; a fold opens and closes. */
export function GraphNode({ data: { node } }: NodeProps<FlowNode>) {
  const bench = useBench();
  const { standing, stand } = useStanding();
  const isPrincipal = node.kind === 'principal';
  const at = isPrincipal ? { principal: node.id, group: null } : { principal: null, group: node.group };

  return (
    <>
      <button
        type="button"
        className={styles.node}
        data-stand={node.id}
        data-lit={bench.lit.nodes.has(node.id)}
        data-kind={node.kind}
        aria-label={node.name}
        aria-expanded={node.isOpen ?? undefined}
        tabIndex={standing?.node === node.id && standing.edge === null ? 0 : -1}
        onFocus={() => {
          if (standing?.node !== node.id) stand({ node: node.id, edge: null, cameFrom: null });
        }}
        onClick={() => (node.isOpen === null ? bench.pin(at) : bench.toggleFold(node.id))}
        onPointerEnter={() => bench.hover(at)}
        onPointerLeave={() => bench.hover(null)}
      >
        <NodeWords node={node} />
      </button>
      <Handle
        type={isPrincipal ? 'source' : 'target'}
        position={isPrincipal ? Position.Right : Position.Left}
        isConnectable={false}
        className={styles.handle}
        aria-hidden
      />
    </>
  );
}

/** The label keeps both its ends; the count stays when the detail has to give. */
const NodeWords = memo(function NodeWords({ node }: { readonly node: FlowNode['data']['node'] }) {
  return (
    <>
      {node.isOpen !== null && <Icon name={node.isOpen ? 'chevronDown' : 'chevronRight'} size={14} />}
      <span className={styles.words}>
        <MiddleEllipsis text={node.label} tail={labelTail(node.label)} className={styles.label ?? ''} />
        <span className={styles.second}>
          <span className={styles.detail}>{node.detail}</span>
          {node.count !== '' && <span className={styles.count}>{node.count}</span>}
        </span>
      </span>
    </>
  );
});

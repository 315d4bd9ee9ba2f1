/** What stands in the two columns, top to bottom, and which pairs are joined. */
export interface ColumnPlan {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly links: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

export interface PlanePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LinkCourse {
  /** An SVG path from the left node's right edge to the right node's left edge. */
  readonly path: string;
  /** The middle of the course, where a label may stand. */
  readonly middle: { readonly x: number; readonly y: number };
}

export interface ColumnLayout {
  readonly nodes: ReadonlyMap<string, PlanePlace>;
  readonly links: ReadonlyMap<string, LinkCourse>;
  readonly width: number;
  readonly height: number;
}

export interface Space {
  readonly width: number;
  readonly height: number;
  /** Pixels of the page's rem divided by 16: nodes grow with the reader's type. */
  readonly unit: number;
}

const margin = 12;
const nodeHeight = 44;
const closest = 10;
const widest = 36;
const narrowestPlane = 330;
const narrowestGap = 64;
/** Room between the ends of two lines that reach the same node. */
const portPitch = 10;
const tallestNode = 112;
/** Arrowheads and bars stand before the border of the node they point at. */
const tipRoom = 3;

/**
 * Two columns of nodes and the lines between them. The same plan and space give the same picture: order is the plan's,
 * there is no randomness and no memory.
 */
export function columnLayout(plan: ColumnPlan, space: Space): ColumnLayout {
  const { unit } = space;
  const width = Math.max(space.width, narrowestPlane * unit);
  const nodeWidth = Math.round(clamp(width * 0.39, 130 * unit, 216 * unit));
  const gap = clamp(width - 2 * nodeWidth - 2 * margin, narrowestGap * unit, 320 * unit);
  const arrivals = arrivalsAt(plan);
  const leftHeights = plan.left.map(() => nodeHeight * unit);
  const rightHeights = plan.right.map((id) => portedHeight(arrivals.get(id)?.length ?? 0, unit));
  const height = planeHeight([leftHeights, rightHeights], space);
  const total = nodeWidth * 2 + gap + margin * 2;
  const left = Math.max(margin, Math.round((width - total) / 2) + margin);
  const nodes = new Map([
    ...column(plan.left, leftHeights, { x: left, width: nodeWidth, height, unit, loosest: 2 * widest }),
    // Beside a long column the groups spread over all of it, so that one of them is never far.
    ...column(plan.right, rightHeights, {
      x: left + nodeWidth + gap,
      width: nodeWidth,
      height,
      unit,
      loosest: Number.POSITIVE_INFINITY,
    }),
  ]);
  return { nodes, links: courses(plan, nodes, arrivals, unit), width: Math.max(width, total), height };
}

type Arrivals = ReadonlyMap<string, readonly string[]>;

/** For each right node the links that reach it, in the order of the left column, so that they cross as little as they can. */
function arrivalsAt(plan: ColumnPlan): Arrivals {
  const rank = new Map(plan.left.map((id, index) => [id, index]));
  const sorted = plan.links.toSorted((a, b) => (rank.get(a.from) ?? 0) - (rank.get(b.from) ?? 0));
  return new Map(
    plan.right.map((id) => [id, sorted.filter((link) => link.to === id).map((link) => link.id)]),
  );
}

function portedHeight(ports: number, unit: number): number {
  return clamp(ports * portPitch + 8, nodeHeight, tallestNode) * unit;
}

function planeHeight(columns: readonly (readonly number[])[], { height, unit }: Space): number {
  const needed = (gap: number) =>
    Math.max(0, ...columns.map((heights) => sum(heights) + Math.max(0, heights.length - 1) * gap * unit));
  return Math.round(clamp(height, needed(closest) + 2 * margin, needed(widest) + 2 * margin));
}

interface ColumnSpace {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** The largest gap that still reads as one column. */
  readonly loosest: number;
}

/** Spreads nodes evenly over the height, as far apart as may be; a column that needs less stands in the middle. */
function column(
  ids: readonly string[],
  heights: readonly number[],
  { x, width, height, unit, loosest }: ColumnSpace,
): [string, PlanePlace][] {
  const inside = height - 2 * margin;
  const filled = sum(heights);
  const gap = clamp((inside - filled) / Math.max(1, ids.length - 1), closest * unit, loosest * unit);
  let y = margin + Math.max(0, (inside - filled - gap * (ids.length - 1)) / 2);
  return ids.map((id, index) => {
    const own = heights[index] ?? 0;
    const place = { x, y: Math.round(y), width, height: own };
    y += own + gap;
    return [id, place];
  });
}

function courses(
  plan: ColumnPlan,
  nodes: ReadonlyMap<string, PlanePlace>,
  arrivals: Arrivals,
  unit: number,
): ReadonlyMap<string, LinkCourse> {
  const result = new Map<string, LinkCourse>();
  for (const link of plan.links) {
    const from = nodes.get(link.from);
    const to = nodes.get(link.to);
    if (from === undefined || to === undefined) continue;
    result.set(link.id, course(from, to, portOffset(arrivals.get(link.to) ?? [], link.id, to.height, unit)));
  }
  return result;
}

function portOffset(ids: readonly string[], id: string, height: number, unit: number): number {
  const pitch = Math.min(portPitch * unit, (height - 12 * unit) / Math.max(1, ids.length - 1));
  return height / 2 + (ids.indexOf(id) - (ids.length - 1) / 2) * pitch;
}

function course(from: PlanePlace, to: PlanePlace, port: number): LinkCourse {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x - tipRoom, y: to.y + port };
  const bend = (end.x - start.x) / 2;
  const path =
    `M${place(start.x)} ${place(start.y)}` +
    `C${place(start.x + bend)} ${place(start.y)} ${place(end.x - bend)} ${place(end.y)} ${place(end.x)} ${place(end.y)}`;
  return { path, middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } };
}

function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

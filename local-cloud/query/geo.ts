import { requestFailed, unsupported } from '../errors';
import { isDoc, typeName, type Maybe } from '../value/value';

/**
 * Geo and text search are not emulated. A request for one is checked as the platform would check it, so that a
 * wrong argument is told apart from the missing feature, and then refused by name.
 */
const REFUSED: Record<string, (operand: Maybe) => void> = {
  $near: near,
  $nearSphere: near,
  $geoWithin: within,
  $geoIntersects: (operand) => shape('$geoIntersects', fieldsOf('$geoIntersects', operand).$geometry, SHAPES),
  $text: text,
  $search: (operand) => text({ $search: operand ?? null }),
  $geoNear: nearStage,
};

/** Throws for `$near…`, `$geo…`, `$text`: first what is wrong with the argument, else that it is not supported. */
export function refuseSearch(name: string, operand: Maybe, kind: string): void {
  if (!Object.hasOwn(REFUSED, name)) return;
  REFUSED[name]?.(operand);
  throw unsupported(`${kind} ${name}`);
}

const SHAPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

const bad = (words: string) => requestFailed(`(BadValue) ${words}`);

function fieldsOf(name: string, operand: Maybe): Record<string, Maybe> {
  if (!isDoc(operand)) throw bad(`${name} needs an object, not ${typeName(operand)}`);
  return operand;
}

function near(operand: Maybe): void {
  const { $geometry, $maxDistance, $minDistance } = fieldsOf('$nearSphere', operand);
  shape('$nearSphere', $geometry, ['Point']);
  distance('$maxDistance', $maxDistance);
  distance('$minDistance', $minDistance);
}

function within(operand: Maybe): void {
  const { $geometry, $centerSphere } = fieldsOf('$geoWithin', operand);
  if ($centerSphere === undefined) return shape('$geoWithin', $geometry, ['Polygon', 'MultiPolygon']);
  const [centre, radius] = Array.isArray($centerSphere) ? $centerSphere : [];
  position('$centerSphere', centre);
  if (radius === undefined) throw bad('$centerSphere needs a radius');
  distance('the radius of $centerSphere', radius);
}

/** MongoDB: `$geoNear` needs a point and a field for the distance. */
function nearStage(operand: Maybe): void {
  const spec = fieldsOf('$geoNear', operand);
  shape('near of $geoNear', spec.near, ['Point']);
  if (typeof spec.distanceField !== 'string' || spec.distanceField === '')
    throw bad('$geoNear needs a distanceField');
  distance('maxDistance', spec.maxDistance);
  distance('minDistance', spec.minDistance);
}

function text(operand: Maybe): void {
  const spec = fieldsOf('$text', operand);
  if (typeof spec.$search !== 'string') throw bad(`$search must be a string, not ${typeName(spec.$search)}`);
  if (spec.$language !== undefined && typeof spec.$language !== 'string')
    throw bad('$language must be a string');
  for (const name of ['$caseSensitive', '$diacriticSensitive'])
    if (spec[name] !== undefined && typeof spec[name] !== 'boolean') throw bad(`${name} must be a boolean`);
}

function distance(name: string, v: Maybe): void {
  if (v !== undefined && (typeof v !== 'number' || !(v >= 0))) throw bad(`${name} must be a number from 0`);
}

function shape(name: string, geometry: Maybe, types: string[]): void {
  const { type, coordinates } = fieldsOf(`the geometry of ${name}`, geometry);
  if (typeof type !== 'string' || !types.includes(type))
    throw bad(`${name} needs a geometry of type ${types.join(' or ')}`);
  positions(name, coordinates);
}

/** Coordinates are positions, or arrays of them, however deep. */
function positions(name: string, v: Maybe): void {
  if (Array.isArray(v) && v.length > 0 && v.every((x) => Array.isArray(x)))
    for (const inner of v) positions(name, inner);
  else position(name, v);
}

function position(name: string, v: Maybe): void {
  const [longitude, latitude] = Array.isArray(v) ? v : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw bad(`${name} needs positions of two numbers`);
  if (Math.abs(longitude) > 180) throw bad(`${name}: longitude must be from -180 to 180`);
  if (Math.abs(latitude) > 90) throw bad(`${name}: latitude must be from -90 to 90`);
}

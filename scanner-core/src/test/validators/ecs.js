// Holds ECS events, one JSON object a line on standard input, to Elastic's own list of fields.
// Usage: node ecs.js FOLDER-OF-@elastic/ecs. Prints a line for each complaint.
const path = require('path');
const net = require('net');

const built = path.join(process.argv[2], 'build', 'commonjs', 'ecs_flat.js');
const { EcsFlat: fields } = require(built);
const { version } = require(path.join(process.argv[2], 'package.json'));
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);

const forms = {
  keyword: (v) => typeof v === 'string' || 'is no text',
  wildcard: (v) => typeof v === 'string' || 'is no text',
  match_only_text: (v) => typeof v === 'string' || 'is no text',
  constant_keyword: (v) => typeof v === 'string' || 'is no text',
  date: (v) => !Number.isNaN(Date.parse(v)) || 'is no time',
  ip: (v) => net.isIP(v) > 0 || 'is no address',
  boolean: (v) => typeof v === 'boolean' || 'is no boolean',
  long: (v) => Number.isInteger(v) || 'is no whole number',
};

function value(name, field, one, event, say) {
  const form = forms[field.type];
  const fits = form ? form(one) : 'has a type that this check does not know: ' + field.type;
  if (fits !== true) {
    say(`${name}: ${fits}`);
  }
  const allowed = (field.allowed_values || []).map((a) => a.name);
  if (allowed.length > 0 && !allowed.includes(one)) {
    say(`${name}: ${one} is not one of ${allowed.join(', ')}`);
  }
  if (field.pattern && !new RegExp(field.pattern).test(one)) {
    say(`${name}: not of the form ${field.pattern}`);
  }
}

function types(event, say) {
  for (const category of [].concat(event.event?.category ?? [])) {
    const known = fields['event.category'].allowed_values.find((a) => a.name === category);
    for (const type of [].concat(event.event?.type ?? [])) {
      if (known && !(known.expected_event_types || []).includes(type)) {
        say(`event.type: ${type} is not expected with ${category}`);
      }
    }
  }
}

function walk(event, prefix, node, say) {
  for (const [key, child] of Object.entries(node)) {
    const name = prefix + key;
    const field = fields[name];
    if (name === 'labels') {
      Object.entries(child).forEach(([k, v]) => {
        if (typeof v !== 'string' || k.includes('.')) {
          say(`labels.${k}: is no keyword`);
        }
      });
    } else if (field) {
      const list = (field.normalize || []).includes('array');
      if (list !== Array.isArray(child)) {
        say(`${name}: ${list ? 'is not a list' : 'is a list'}`);
      }
      [].concat(child).forEach((one) => value(name, field, one, event, say));
    } else if (child !== null && typeof child === 'object' && !Array.isArray(child)) {
      walk(event, name + '.', child, say);
    } else {
      say(`${name}: no such field`);
    }
  }
}

lines.forEach((line, number) => {
  const say = (what) => console.log(`line ${number + 1}: ${what}`);
  const event = JSON.parse(line);
  walk(event, '', event, say);
  types(event, say);
  Object.values(fields).filter((f) => f.required).forEach((f) => {
    if (f.flat_name.split('.').reduce((n, k) => n?.[k], event) === undefined) {
      say(`${f.flat_name}: is required`);
    }
  });
  if (event.ecs?.version !== version) {
    say('ecs.version: not that of the list');
  }
});

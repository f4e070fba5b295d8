// Taro compiles src/ and contract/ with this; jest and the functions use their own compilers.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};

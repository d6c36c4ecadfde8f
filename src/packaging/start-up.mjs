/** Patches for libraries that do much at every start, or at every call, of what is seldom needed. What they return stays the same. */

/** As `patchPlugin` takes them. */
export const startUp = [
  {
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    changes: [
      // Its WebAssembly stands in the file itself. With `fetch`, Node would load all that it has for the web to read it from there.
      ['return w||"function"!=typeof fetch?Promise.resolve()', 'return true?Promise.resolve()'],
      ['if(a==H&&w)return new Uint8Array(w);', 'return new Uint8Array(Buffer.from(a.slice(a.indexOf(",")+1),"base64"));'],
      // A property is set quicker than described.
      ['return T(Object.create(a,{M:{value:b}}))', 'a=Object.create(a);a.M=b;return T(a)'],
      // The usual methods, of no argument to two, all of them numbers: without the lists that serve all others.
      [
        'return function(){arguments.length!==l&&L(',
        `if(g&&!k&&l<3&&b.every((t,y)=>y<1||null===t.V)){var B=b[0],u=b[1],y=b[2],I=b[3],r=[];
var t=m?0===l?function(){return B.fromWireType(d(e,u.toWireType(r,this)))}:1===l?function(v){return B.fromWireType(d(e,u.toWireType(r,this),y.toWireType(r,v)))}:function(v,X){return B.fromWireType(d(e,u.toWireType(r,this),y.toWireType(r,v),I.toWireType(r,X)))}
:0===l?function(){d(e,u.toWireType(r,this))}:1===l?function(v){d(e,u.toWireType(r,this),y.toWireType(r,v))}:function(v,X){d(e,u.toWireType(r,this),y.toWireType(r,v),I.toWireType(r,X))};return t}
return function(){arguments.length!==l&&L(`,
      ],
    ],
  },
  {
    // A length in points, the usual one, goes straight to yoga.
    file: 'yoga-layout/dist/src/wrapAssembly.js',
    changes: [
      [
        '  }\n  function wrapMeasureFunction(',
        `    const anyLength = lib.Node.prototype[fnName];
    const points = methods[Unit.Point];
    lib.Node.prototype[fnName] = ['setPosition', 'setMargin', 'setPadding', 'setGap'].includes(fnName)
      ? function (edge, value) { return typeof value === 'number' ? points.call(this, edge, value) : anyLength.call(this, edge, value); }
      : function (value) { return typeof value === 'number' ? points.call(this, value) : anyLength.call(this, value); };
  }
  function wrapMeasureFunction(`,
      ],
    ],
  },
  {
    // Tables of Unicode are unpacked once a letter is looked up: words of Latin letters that were kept ask for none.
    file: 'unicode-trie/index.js',
    changes: [
      ['      // double inflate the actual trie data', '      this.unpack = () => {'],
      ['      this.data = new Uint32Array(data.buffer);\n', '      return new Uint32Array(data.buffer);\n      };\n'],
      ['  get(codePoint) {', '  get(codePoint) {\n    this.data ??= this.unpack();'],
    ],
  },
  {
    // What pdfkit encrypts with makes tables as it is loaded. This program encrypts finished files, with what Node has (protection/).
    file: '@noble/ciphers/esm/aes.js',
    contents: `const never = () => { throw new Error('expected a PDF that pdfkit does not encrypt'); };
export { never as cbc, never as ecb };`,
  },
];

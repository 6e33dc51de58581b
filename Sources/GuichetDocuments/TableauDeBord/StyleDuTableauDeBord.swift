/// How the page of the office looks: the answer first, figures close together, light or dark as the reader likes it.
///
/// Contrasts are those that `StyleDuBilan` keeps: 4.5 and more for texts, 3 and more for bars.
enum StyleDuTableauDeBord {
  static let css = """
    :root { color-scheme: light dark; --fond: #f6f7f9; --encre: #1b1f24; --pale: #565d66; --trait: #d3d8de;
      --carte: #fff; --serie1: #1f4e8c; --serie2: #c2620a; --serie3: #7a1f5c; --serie4: #6b7280;
      --bien: #14632f; --fondBien: #e4f4e9; --alerte: #7a4300; --fondAlerte: #fdf0dc; --panne: #9b1010;
      --fondPanne: #fde8e8; }
    @media (prefers-color-scheme: dark) {
      :root { --fond: #111417; --encre: #e8eaed; --pale: #a9b1ba; --trait: #3a4149; --carte: #1b2025;
        --serie1: #8ab4f8; --serie2: #f0a35e; --serie3: #e58ac4; --serie4: #9aa3ad; --bien: #8fdca9;
        --fondBien: #15301f; --alerte: #f7c77e; --fondAlerte: #33270f; --panne: #ffa3a3; --fondPanne: #3b1818; }
    }
    body { color: var(--encre); background: var(--fond); font-size: 16px; line-height: 1.4; }
    main { max-width: 76rem; margin: 0 auto; padding: 1rem 1rem 2rem; }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.5rem; }
    h1 { font-size: 1.4rem; margin: 0; }
    h2 { font-size: 1.05rem; margin: 0 0 .35rem; }
    p { margin: 0 0 .4rem; overflow-wrap: anywhere; }
    section { margin-top: 1rem; }
    .note { color: var(--pale); font-size: .85rem; }
    .fraicheur { color: var(--pale); margin: 0; display: flex; flex-wrap: wrap; gap: .1rem .4rem; align-items: baseline; }
    .fraicheur time { color: var(--encre); font-weight: bold; }
    button { font: inherit; font-size: .85rem; color: var(--encre); background: var(--carte); cursor: pointer;
      border: 1px solid var(--pale); border-radius: .3rem; padding: .15rem .6rem; min-height: 1.75rem; }
    #mort { flex-basis: 100%; font-weight: bold; }
    #mort:empty { display: none; }
    .perime #mort { color: #fff; background: #9b1010; padding: .75rem 1rem; border-radius: .4rem; font-size: 1.1rem; }
    .perime .sante > h2, .perime .retards { display: none; }
    .perime .dessins svg, .perime dl { filter: grayscale(1); }
    .perime .fraicheur time { text-decoration: underline wavy; }
    .sante > h2 { font-size: 1.35rem; padding: .5rem .9rem; border-left: .4rem solid; border-radius: .3rem; margin: 0; }
    .bien { color: var(--bien); background: var(--fondBien); }
    .alerte { color: var(--alerte); background: var(--fondAlerte); }
    .panne { color: var(--panne); background: var(--fondPanne); }
    .retards { padding: .5rem .9rem 0 1.3rem; margin: 0; }
    .fautes { list-style: none; margin: .5rem 0 0; padding: 0; display: grid; gap: .5rem; }
    .fautes li { padding: .5rem .9rem; border-left: .4rem solid; border-radius: .3rem; }
    .fautes p { color: var(--encre); margin: .1rem 0 0; }
    .remede { font-weight: bold; }
    #bref { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .5rem; margin: 0; }
    dl div, .dessins section { background: var(--carte); border: 1px solid var(--trait); border-radius: .4rem; }
    dl div { padding: .45rem .7rem; }
    dt { color: var(--pale); font-size: .85rem; }
    dd { margin: 0; font-size: 1.45rem; font-weight: bold; font-variant-numeric: tabular-nums; line-height: 1.25; }
    dd.note { font-size: .8rem; font-weight: normal; }
    dl .retard { border-left: .3rem solid var(--panne); }
    .retard dd:not(.note), td.retard { color: var(--panne); font-weight: bold; }
    .dessins { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .5rem;
      margin-top: .75rem; }
    .dessins section { margin: 0; padding: .6rem .8rem; min-width: 0; display: flex; flex-direction: column; }
    .dessins figure { margin-top: auto; }
    figure { margin: 0; }
    svg { width: 100%; height: auto; display: block; }
    svg text { font-size: 12px; fill: var(--encre); }
    svg text.valeur { font-size: 11px; }
    .serie1 { fill: var(--serie1); }
    .serie2 { fill: var(--serie2); }
    .serie3 { fill: var(--serie3); }
    .serie4 { fill: var(--serie4); }
    .axe { stroke: var(--encre); }
    .grille { stroke: var(--trait); }
    summary { cursor: pointer; color: var(--pale); padding: .3rem 0; font-size: .9rem; }
    summary:focus-visible, .large:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--serie1);
      outline-offset: 2px; }
    .large { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; }
    th, td { padding: .25rem .5rem; border-bottom: 1px solid var(--trait); text-align: right; }
    thead th { vertical-align: bottom; color: var(--pale); font-weight: normal; }
    thead th:first-child, tbody th { text-align: left; }
    tbody th { font-weight: normal; overflow-wrap: anywhere; min-width: 7rem; }
    td.retard { background: linear-gradient(to left, var(--fondPanne) var(--part), transparent 0); }
    a { color: var(--serie1); }
    td.zero { color: var(--pale); }
    tr { break-inside: avoid; }
    .total > * { font-weight: bold; border-bottom: 2px solid var(--encre); }
    @media (max-width: 40rem) {
      dl { grid-template-columns: 1fr 1fr; }
      th, td { padding: .25rem .3rem; font-size: .8rem; }
    }
    @media print {
      @page { margin: 12mm; }
      :root { --fond: #fff; --encre: #000; --pale: #333; --trait: #999; --carte: #fff; --serie1: #1f4e8c;
        --serie2: #c2620a; --serie3: #7a1f5c; --serie4: #6b7280; --bien: #14632f; --fondBien: #fff; --alerte: #7a4300;
        --fondAlerte: #fff; --panne: #9b1010; --fondPanne: #fff; }
      main { max-width: none; padding: 0; }
      body { font-size: 9.5pt; }
      button, summary { display: none; }
      dl { grid-template-columns: repeat(4, 1fr); }
      .dessins { grid-template-columns: repeat(3, 1fr); }
      dl div, .dessins section { break-inside: avoid; }
      .large { overflow: visible; }
      table { font-size: 8.5pt; }
      th, td { padding: .1rem .3rem; font-size: inherit; }
      thead { display: table-header-group; }
    }
    """
}

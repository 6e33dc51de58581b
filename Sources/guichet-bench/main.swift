import GuichetBench

await BenchProgram.main()

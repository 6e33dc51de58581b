import GuichetCourriel

await CourrielProgram.main()

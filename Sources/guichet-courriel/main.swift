import GuichetCourriel

CourrielProgram.main()

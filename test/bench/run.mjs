console.log('The benchmark has no cases yet.')

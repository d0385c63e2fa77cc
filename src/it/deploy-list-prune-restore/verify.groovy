assert new File(basedir, 'target/registry/acme/shop/com/example/shop/web/1.0.0/web-1.0.0.jar').file
println System.getenv('PATH')

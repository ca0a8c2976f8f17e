//! `generate-client <description> <file>`: progenitor as a command that needs no build script.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (description, file) = (args.next().ok_or("which description?")?, args.next().ok_or("which file?")?);
    let description: openapiv3::OpenAPI = serde_json::from_reader(std::fs::File::open(description)?)?;
    let tokens = progenitor::Generator::default().generate_tokens(&description)?;
    std::fs::write(file, prettyplease::unparse(&syn::parse2(tokens)?))?;
    Ok(())
}

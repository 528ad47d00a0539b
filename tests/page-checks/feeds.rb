# Checks RSS 2.0 and Atom feeds with Ruby's own library, which validates, and prints what is wrong, a line each; nothing where
# all is well.
#   ruby feeds.rb FILE.xml...
require "rss"
require "rss/content/2.0"
require "rss/dublincore"

ARGV.each do |file|
  # It knows Atom's links in Atom alone, where RSS has them by an extension.
  text = File.read(file, encoding: "UTF-8")
  text = text.gsub(%r{<atom:link [^>]*/>}, "") if text.include?("<rss ")
  feed = RSS::Parser.parse(text, true, false)
  puts "#{file}: is no feed" if feed.nil?
rescue StandardError => e
  puts "#{file}: #{e.message.lines.first.strip}"
end
